import type { Db, Migration, MigrationRun } from './migration';

interface Run {
  _id: string;
  firstStartsAt: Date;
  lastStartsAt: Date;
}

const BATCH = 500;

/** From when to when each film was on, worked out from its screenings: the list of past films is in this order. */
export const filmRuns: Migration = {
  id: 3,
  name: 'film-runs',
  what: 'films know their first and their last screening, which order the list of past ones',
  async up({ db, dryRun, progress }: MigrationRun): Promise<number> {
    let changed = 0;
    for await (const batch of batches(db)) {
      const wider = await thoseWider(db, batch);
      if (!dryRun) await widen(db, wider);
      changed += wider.length;
      await progress(changed);
    }
    return changed;
  },
};

async function* batches(db: Db): AsyncGenerator<Run[]> {
  const firstAndLast = {
    _id: '$filmId',
    firstStartsAt: { $min: '$startsAt' },
    lastStartsAt: { $max: '$startsAt' },
  };
  let batch: Run[] = [];
  for await (const run of db.collection('screenings').aggregate<Run>([{ $group: firstAndLast }])) {
    batch.push(run);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function thoseWider(db: Db, batch: Run[]): Promise<Run[]> {
  const ids = batch.map(({ _id }) => _id);
  const there = await db
    .collection<Run>('runs')
    .find({ _id: { $in: ids } })
    .toArray();
  const known = new Map(there.map((run) => [run._id, run]));
  return batch.filter(({ _id, firstStartsAt, lastStartsAt }) => {
    const run = known.get(_id);
    return !run || firstStartsAt < run.firstStartsAt || lastStartsAt > run.lastStartsAt;
  });
}

/** Only ever wider: a screening that is added meanwhile counts too. */
async function widen(db: Db, list: Run[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ _id, firstStartsAt, lastStartsAt }) => ({
    updateOne: { filter: { _id }, update: { $min: { firstStartsAt }, $max: { lastStartsAt } }, upsert: true },
  }));
  await db.collection<Run>('runs').bulkWrite(writes, { ordered: false });
}
