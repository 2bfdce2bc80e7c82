import { defineCollection } from '../db/collection';
import type { Transaction } from '../db/transaction';

/** From when to when a film has been on here: what its screenings say, stored so that no list has to read all of them. */
interface RunDocument {
  /** The film's slug. */
  _id: string;
  firstStartsAt: Date;
  lastStartsAt: Date;
}

/** One film's first and last screening. */
export interface Run {
  filmId: string;
  firstStartsAt: Date;
  lastStartsAt: Date;
}

/** The collection. Only the domain's own files use it. */
export const runs = defineCollection<RunDocument>({
  name: 'runs',
  schema: {
    bsonType: 'object',
    required: ['_id', 'firstStartsAt', 'lastStartsAt'],
    properties: {
      _id: { bsonType: 'string' },
      firstStartsAt: { bsonType: 'date' },
      lastStartsAt: { bsonType: 'date' },
    },
  },
  indexes: [{ name: 'last', key: { lastStartsAt: -1, _id: 1 } }],
});

/** How many films had their last screening before `before`. One query. */
export async function countEndedRuns(before: Date): Promise<number> {
  return (await runs()).countDocuments({ lastStartsAt: { $lt: before } });
}

/** Films whose last screening was before `before`, the latest first, then by name: an order without ties. One query. */
export async function listRunsOver(before: Date, skip: number, limit: number): Promise<Run[]> {
  const found = await (
    await runs()
  )
    .find({ lastStartsAt: { $lt: before } })
    .sort({ lastStartsAt: -1, _id: 1 })
    .skip(skip)
    .limit(limit)
    .toArray();
  return found.map(({ _id, ...rest }) => ({ filmId: _id, ...rest }));
}

/** Widens the runs of films by new screenings. */
export async function extendRuns(
  list: readonly { filmId: string; startsAt: Date }[],
  session?: Transaction,
): Promise<void> {
  if (list.length === 0) return;
  const starts = new Map<string, number[]>();
  for (const { filmId, startsAt } of list) {
    starts.set(filmId, [...(starts.get(filmId) ?? []), startsAt.getTime()]);
  }
  const writes = [...starts].map(([filmId, times]) => ({
    updateOne: {
      filter: { _id: filmId },
      update: {
        $min: { firstStartsAt: new Date(Math.min(...times)) },
        $max: { lastStartsAt: new Date(Math.max(...times)) },
      },
      upsert: true,
    },
  }));
  await (await runs()).bulkWrite(writes, { ordered: false, ...(session && { session }) });
}
