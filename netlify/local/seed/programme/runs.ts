import * as z from 'zod';
import { readData } from '../read-data';

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
