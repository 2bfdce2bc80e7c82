import * as z from 'zod';
import { readData } from './read-data';
import { auditoriums } from './auditoriums';

const FIRST_FRIDAY = '2026-01-02';
const DAY_MS = 86_400_000;

/** Where a day stands in the cinema's weeks, which begin on Fridays. Weeks before the first one count backwards. */
export function cinemaWeek(day: string): { week: number; weekDay: number } {
  const days = Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${FIRST_FRIDAY}T00:00Z`)) / DAY_MS);
  const week = Math.floor(days / 7);
  return { week, weekDay: days - week * 7 };
}

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

const openingSchema = z
  .strictObject({ 'grand evening': z.string(), 'grand afternoon': z.string(), studio: z.string() })
  .transform((opening) => [opening['grand evening'], opening['grand afternoon'], opening.studio]);

/**
 * The order in which films open, three each Friday: one in the Grand in the evenings, one in the Grand before it, one
 * in the Studio. After a week they move on, to the Studio and the Cellar, and after two they leave.
 */
export const runOrder: readonly string[] = (
  await readData('runs.csv', (record) => openingSchema.parse(record))
).flat();

/** The two films on their run in each auditorium in a week, by slug: `run-0` and `run-1`. */
export function filmsOnRun(week: number, order: readonly string[]): Partial<Record<string, string[]>> {
  const opening = (weeksAgo: number, place: number): string => {
    const index = (week - weeksAgo) * 3 + place;
    return order[((index % order.length) + order.length) % order.length] ?? '';
  };
  return {
    grand: [opening(0, 0), opening(0, 1)],
    studio: [opening(1, 0), opening(0, 2)],
    cellar: [opening(1, 1), opening(1, 2)],
  };
}
