import { randomUUID } from 'node:crypto';
import { database, isDuplicateKey } from '../db/client';
import {
  DATA_VERSION,
  getDataVersion,
  migrationRecords,
  recordInitialVersion,
  versionOf,
} from '../db/data-version';
import type { Db, Migration } from './migration';
import { commentFields } from './001-comment-fields';
import { filmPeople } from './002-film-people';
import { filmRuns } from './003-film-runs';
import { filmWords } from './004-film-words';
import { names } from './005-names';
import { replyCounts } from './006-reply-counts';

/** In order. A released migration is never changed, renumbered or removed: write another one. */
export const allMigrations: readonly Migration[] = [
  commentFields,
  filmPeople,
  filmRuns,
  filmWords,
  names,
  replyCounts,
];

/** Stored data that cannot be migrated from here, in one sentence with the way out. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface MigrationOutcome {
  id: number;
  name: string;
  /** `elsewhere`: another run did it while this one waited. */
  outcome: 'done' | 'elsewhere' | 'would-run';
  changed: number;
}

interface Options {
  dryRun?: boolean;
  /** A line for the person who watches. */
  report?: (line: string) => void;
  /** For tests. */
  migrations?: readonly Migration[];
  /** How long a claim lasts without progress. After that its run counts as dead, and another takes over. */
  leaseMs?: number;
}

const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 250;

/**
 * Brings the stored data to the version that this code expects, one migration after the other. Safe to repeat and to break off; of
 * two runs at once one does the work and the other waits for it. Throws `MigrationError` for data of newer code.
 */
export async function runMigrations(options: Options = {}): Promise<MigrationOutcome[]> {
  const { dryRun = false, migrations = allMigrations } = options;
  const db = await database();
  if (!dryRun) await recordInitialVersion(db);
  await refuseNewerData(db, migrations.at(-1)?.id ?? 0);
  const outcomes: MigrationOutcome[] = [];
  for (const migration of await pending(db, migrations)) {
    outcomes.push(await (dryRun ? rehearse(db, migration) : runOne(db, migration, options)));
  }
  return outcomes;
}

async function pending(db: Db, migrations: readonly Migration[]): Promise<Migration[]> {
  const records = await migrationRecords(db).find().toArray();
  if (records.length === 0 && (await getDataVersion()).state === 'current') return [];
  const done = new Set(records.filter(({ state }) => state === 'done').map(({ _id }) => _id));
  const bornAt = records.find(({ _id }) => _id === 0)?.bornAt ?? 0;
  return migrations.filter(({ id }) => id > bornAt && !done.has(id));
}

async function refuseNewerData(db: Db, newest: number): Promise<void> {
  const stored = versionOf(await migrationRecords(db).find().toArray()) ?? 0;
  if (stored <= Math.max(newest, DATA_VERSION)) return;
  throw new MigrationError(
    `The stored data has version ${stored} and this code knows ${newest}: run the newer code, or restore a backup from before.`,
  );
}

async function rehearse(db: Db, migration: Migration): Promise<MigrationOutcome> {
  const changed = await migration.up({ db, dryRun: true, progress: () => Promise.resolve() });
  return { id: migration.id, name: migration.name, outcome: 'would-run', changed };
}

async function runOne(db: Db, migration: Migration, options: Options): Promise<MigrationOutcome> {
  const { id, name } = migration;
  const { report, leaseMs = LEASE_MS } = options;
  const by = randomUUID();
  for (let waited = false; !(await claim(db, migration, by, leaseMs)); waited = true) {
    const record = await migrationRecords(db).findOne({ _id: id });
    if (record?.state === 'done') return { id, name, outcome: 'elsewhere', changed: record.changed };
    if (!waited) report?.(`${id} ${name}: another run is at it; waiting for it ...`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  report?.(`${id} ${name}: ${migration.what} ...`);
  const mine = { _id: id, state: 'running' as const, claimedBy: by };
  try {
    const changed = await migration.up({
      db,
      dryRun: false,
      async progress(sofar) {
        const renewed = await migrationRecords(db).updateOne(mine, { $set: { claimedUntil: from(leaseMs) } });
        if (renewed.matchedCount === 0)
          throw new MigrationError(`Another run took over migration ${id}: this one stops.`);
        report?.(`${id} ${name}: ${sofar} documents ...`);
      },
    });
    const done = {
      state: 'done',
      claimedBy: null,
      claimedUntil: null,
      finishedAt: new Date(),
      changed,
    } as const;
    await migrationRecords(db).updateOne(mine, { $set: done });
    return { id, name, outcome: 'done', changed };
  } catch (error) {
    // The next run need not wait for the end of a claim that nobody holds.
    await migrationRecords(db).updateOne(mine, { $set: { claimedUntil: new Date(0) } });
    throw error;
  }
}

/**
 * Claims a migration if it is free or its run has been silent for too long, in one conditional write; a second
 * document cannot be created.
 */
async function claim(db: Db, { id, name }: Migration, by: string, leaseMs: number): Promise<boolean> {
  const free = { _id: id, state: 'running' as const, claimedUntil: { $lte: new Date() } };
  const update = {
    $set: { name, claimedBy: by, claimedUntil: from(leaseMs) },
    $setOnInsert: { finishedAt: null, changed: 0 },
  };
  try {
    const { matchedCount, upsertedCount } = await migrationRecords(db).updateOne(free, update, {
      upsert: true,
    });
    return matchedCount + upsertedCount === 1;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

const from = (leaseMs: number): Date => new Date(Date.now() + leaseMs);
