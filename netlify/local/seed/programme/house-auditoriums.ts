import type { Auditorium } from '../../../../lib/screenings/schema';
import type { Format } from '../catalogue/catalogue-film';

export type AuditoriumId = 'grand' | 'studio' | 'cellar';

interface HouseAuditorium extends Auditorium {
  id: AuditoriumId;
  /** What its box can show, the best first. */
  formats: readonly Format[];
  /** From the doors opening to the next start. */
  cleaningMinutes: number;
  /** One screening in so many has its wheelchair places gone. */
  wheelchairTakenEvery: number;
}

export const houseAuditoriums: readonly HouseAuditorium[] = [
  {
    id: 'grand',
    name: 'Grand',
    seatCount: 280,
    access: 'Step-free from Lantern Street, six wheelchair places, hearing loop in all rows.',
    formats: ['70 mm', '35 mm', 'digital'],
    cleaningMinutes: 25,
    wheelchairTakenEvery: 6,
  },
  {
    id: 'studio',
    name: 'Studio',
    seatCount: 120,
    access: 'Step-free through the foyer, three wheelchair places, hearing loop in rows C to H.',
    formats: ['35 mm', 'digital'],
    cleaningMinutes: 20,
    wheelchairTakenEvery: 4,
  },
  {
    id: 'cellar',
    name: 'Cellar',
    seatCount: 48,
    access: 'By lift from the foyer, one wheelchair place, hearing loop in all rows.',
    formats: ['digital'],
    cleaningMinutes: 20,
    wheelchairTakenEvery: 2,
  },
];

/** What visitors are told about the auditoriums. */
export const auditoriumFacts: Auditorium[] = houseAuditoriums.map(({ id, name, seatCount, access }) => ({
  id,
  name,
  seatCount,
  access,
}));
