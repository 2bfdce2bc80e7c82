import type { NewAuditorium } from '../../../../lib/screenings/schema';
import type { Format } from '../catalogue/catalogue-film';

export type AuditoriumId = 'grand' | 'studio' | 'cellar';

interface HouseAuditorium extends Omit<NewAuditorium, 'formats'> {
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
    wayIn:
      'From Lantern Street through the left-hand doors, which open by a button, past the box office and straight on. The floor is level as far as row F; stairs with rails lead on to row T and to the balcony. Wheelchair places are at both ends of rows E and F, each with a seat beside it.',
    wheelchairPlaces: 6,
    hearingLoop: 'in all rows',
    formats: ['70 mm', '35 mm', 'digital'],
    offers: ['A curtain that opens', 'A balcony, by stairs alone', 'Seats 56 cm wide at the ends of rows'],
    cleaningMinutes: 25,
    wheelchairTakenEvery: 6,
  },
  {
    id: 'studio',
    name: 'Studio',
    seatCount: 120,
    access: 'Step-free through the foyer, three wheelchair places, hearing loop in rows C to H.',
    wayIn:
      'Through the foyer and past the bar, on the right, without a step. The door is 110 cm wide and stays open until the film begins. Wheelchair places are in row H, the last one, which is on the level of the door; the rows below are reached by shallow stairs.',
    wheelchairPlaces: 3,
    hearingLoop: 'in rows C to H',
    formats: ['35 mm', 'digital'],
    offers: ['A piano for silent films', 'Two-seat sofas in row A'],
    cleaningMinutes: 20,
    wheelchairTakenEvery: 4,
  },
  {
    id: 'cellar',
    name: 'Cellar',
    seatCount: 48,
    access: 'By lift from the foyer, one wheelchair place, hearing loop in all rows.',
    wayIn:
      'By lift from the foyer, or down two flights of stairs beside it. The lift is 90 cm wide and 140 cm deep; staff go with you if you like. The wheelchair place is in row B, beside the door. When the lift is out of order, it says so in the programme and at the box office.',
    wheelchairPlaces: 1,
    hearingLoop: 'in all rows',
    formats: ['digital'],
    offers: ['Armchairs', 'Lights that stay on low at relaxed screenings'],
    cleaningMinutes: 20,
    wheelchairTakenEvery: 2,
  },
];

/** What visitors are told about the auditoriums. */
export const auditoriumFacts: NewAuditorium[] = houseAuditoriums.map(
  ({ cleaningMinutes: _cleaning, wheelchairTakenEvery: _taken, ...facts }) => ({
    ...facts,
    formats: [...facts.formats],
  }),
);
