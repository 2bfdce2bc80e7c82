import type { AuditoriumId } from './house-auditoriums';

/**
 * What a slot is for: one of the auditorium's two films on their run, a classic, one from a 70 mm print, one for
 * families, one for the night, or something short to end a weekday with.
 */
export type SlotKind = 'run-0' | 'run-1' | 'classic' | 'large' | 'family' | 'late' | 'nightcap';

export interface Slot {
  /** The clock that is aimed at; a long film before it may move it. */
  clock: string;
  kind: SlotKind;
}

/** Days since the Friday on which the cinema's week begins. */
export type WeekDay = 0 | 1 | 2 | 3 | 4 | 5 | 6;

type DayTemplate = Record<AuditoriumId, readonly Slot[]>;

function slots(line: string): Slot[] {
  return line.split(', ').map((entry) => {
    const [clock = '', kind = ''] = entry.split(' ');
    return { clock, kind: kind as SlotKind };
  });
}

const CELLAR_WEEKDAY = slots('14:30 classic, 17:30 run-0, 20:00 run-1, 22:20 nightcap');
const CELLAR_WEEKEND = slots('12:00 classic, 14:50 run-1, 17:30 run-0, 20:00 run-1, 22:20 nightcap');
const GRAND_WEEKDAY = slots('13:45 run-0, 16:45 run-1, 19:45 run-0');
const STUDIO_WEEKDAY = slots('15:15 run-0, 18:15 run-1, 20:45 run-0');

const FRIDAY: DayTemplate = {
  grand: slots('13:45 run-0, 16:45 run-1, 19:45 run-0, 22:40 late'),
  studio: slots('15:15 run-0, 18:15 run-1, 20:45 run-1, 23:10 late'),
  cellar: slots('14:30 classic, 17:30 run-0, 20:00 run-1, 22:20 run-0'),
};
const SATURDAY: DayTemplate = {
  grand: slots('11:00 family, 13:30 classic, 16:45 run-1, 19:45 run-0, 22:40 late'),
  studio: slots('12:15 run-0, 15:00 run-1, 18:00 run-0, 20:30 run-1, 23:00 late'),
  cellar: CELLAR_WEEKEND,
};
const SUNDAY: DayTemplate = {
  grand: slots('11:00 family, 13:30 large, 17:00 run-1, 20:00 run-0'),
  studio: slots('12:15 run-0, 15:00 classic, 18:00 run-1, 20:30 run-0'),
  cellar: CELLAR_WEEKEND,
};
const MONDAY: DayTemplate = { grand: GRAND_WEEKDAY, studio: STUDIO_WEEKDAY, cellar: CELLAR_WEEKDAY };
const TUESDAY: DayTemplate = {
  grand: GRAND_WEEKDAY,
  studio: slots('15:15 run-0, 18:00 run-1, 20:30 classic'),
  cellar: CELLAR_WEEKDAY,
};
const WEDNESDAY: DayTemplate = {
  grand: slots('14:00 family, 16:30 run-1, 19:30 large'),
  studio: STUDIO_WEEKDAY,
  cellar: CELLAR_WEEKDAY,
};
const THURSDAY: DayTemplate = {
  grand: GRAND_WEEKDAY,
  studio: slots('15:15 run-1, 18:15 run-0, 20:45 run-1'),
  cellar: CELLAR_WEEKDAY,
};

/** The slots of each day, Friday first. Something always starts at ten or later, so an evening is never empty. */
export const weekTemplate: Record<WeekDay, DayTemplate> = {
  0: FRIDAY,
  1: SATURDAY,
  2: SUNDAY,
  3: MONDAY,
  4: TUESDAY,
  5: WEDNESDAY,
  6: THURSDAY,
};
