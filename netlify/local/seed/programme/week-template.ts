import * as z from 'zod';
import { readData } from '../read-data';
import { auditoriums } from './auditoriums';

/** The cinema's week begins on a Friday. */
const DAYS = ['Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday'] as const;

const slotSchema = z.strictObject({
  day: z.enum(DAYS),
  auditorium: z.enum(auditoriums.map(({ id }) => id)),
  /** The clock that is aimed at; a long film before it may move it. */
  time: z.iso.time({ precision: -1 }),
  /**
   * What the slot is for: one of the auditorium's two films on their run, a classic, one from a 70 mm print, one for
   * families, one for the night, or something short to end a weekday with.
   */
  kind: z.enum(['run-0', 'run-1', 'classic', 'large', 'family', 'late', 'nightcap']),
});
export type Slot = z.infer<typeof slotSchema>;
export type SlotKind = Slot['kind'];

/** Something always starts at ten or later, so an evening is never empty. */
const slots = await readData('week.csv', (record) => slotSchema.parse(record));

const slotsByDay = DAYS.map(
  (day) =>
    new Map(
      auditoriums.map(({ id }) => [id, slots.filter((slot) => slot.day === day && slot.auditorium === id)]),
    ),
);

/** The slots of an auditorium on a day, so many days after the Friday on which the cinema's week begins. */
export function slotsOf(weekDay: number, auditorium: string): readonly Slot[] {
  return slotsByDay[weekDay]?.get(auditorium) ?? [];
}
