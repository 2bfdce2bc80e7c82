import { spawn } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseContents, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { DATA_VERSION, getDataVersion, migrationRecords } from '../db/data-version';
import { allMigrations } from './run-migrations';
import type { Migration } from './migration';
import { runMigrations } from './run-migrations';

beforeEach(useTestDatabase);
beforeEach(async () => {
  await (await database()).dropDatabase();
});

interface Hat {
  _id: number;
  size: number;
  brim?: string;
}
const hats = async () => (await database()).collection<Hat>('hats');

/** A database of code from before there were migrations. */
async function oldDatabase(count: number): Promise<void> {
  const made = (await database()).collection<{ _id: string; fingerprint: string }>('collections');
  await made.insertOne({ _id: 'hats', fingerprint: 'of older code' });
  await (await hats()).insertMany(Array.from({ length: count }, (_, _id) => ({ _id, size: 50 + _id })));
}

/** Gives each hat a brim, ten at a time; `begin` and `after` let a test step in. */
function brims(steps: { begin?: () => unknown; after?: (changed: number) => unknown } = {}): Migration {
  return {
    id: 1,
    name: 'brims',
    what: 'hats have brims',
    async up({ db, dryRun, progress }) {
      const lacking = { brim: { $exists: false } };
      const collection = db.collection<Hat>('hats');
      if (dryRun) return collection.countDocuments(lacking);
      await steps.begin?.();
      let changed = 0;
      for (;;) {
        const batch = await collection.find(lacking).limit(10).toArray();
        if (batch.length === 0) return changed;
        const ids = batch.map(({ _id }) => _id);
        await collection.updateMany({ _id: { $in: ids } }, { $set: { brim: 'wide' } });
        changed += batch.length;
        await progress(changed);
        await steps.after?.(changed);
      }
    },
  };
}

describe('an old database', () => {
  it('comes to the version that the code expects; a second run changes nothing', async () => {
    await oldDatabase(25);
    expect(await getDataVersion()).toEqual({ state: 'behind', stored: 0, expected: DATA_VERSION });
    const migrations = [brims()];
    const done = { id: 1, name: 'brims', outcome: 'done', changed: 25 };
    expect(await runMigrations({ migrations })).toEqual([done]);
    expect(await (await hats()).countDocuments({ brim: 'wide' })).toBe(25);
    const contents = await databaseContents();
    expect(await runMigrations({ migrations })).toEqual([]);
    expect(await databaseContents()).toEqual(contents);
  });

  it('is told what would change, and nothing changes', async () => {
    await oldDatabase(25);
    const contents = await databaseContents();
    expect(await runMigrations({ migrations: [brims()], dryRun: true })).toEqual([
      { id: 1, name: 'brims', outcome: 'would-run', changed: 25 },
    ]);
    expect(await databaseContents()).toEqual(contents);
  });

  it('takes them in their order, and the version is the last one of an unbroken row', async () => {
    await oldDatabase(1);
    const order: number[] = [];
    const step = (id: number): Migration => ({
      ...brims({ begin: () => order.push(id) }),
      id,
    });
    await runMigrations({ migrations: [step(1)] });
    await runMigrations({ migrations: [step(1), step(2), step(3)] });
    expect(order).toEqual([1, 2, 3]);
    await migrationRecords(await database()).deleteOne({ _id: 2 });
    expect(await getDataVersion()).toMatchObject({ stored: 1 });
  });
});

describe('a new database', () => {
  it('begins at the present version, with nothing to do', async () => {
    expect(await runMigrations()).toEqual([]);
    expect(await getDataVersion()).toEqual({
      state: 'current',
      stored: DATA_VERSION,
      expected: DATA_VERSION,
    });
  });

  it('is current before anything was ever made in it, and a rehearsal makes nothing', async () => {
    expect(await getDataVersion()).toMatchObject({ state: 'current' });
    expect(await runMigrations({ dryRun: true })).toEqual([]);
    expect(await databaseContents()).toEqual({});
  });
});

describe('races and accidents', () => {
  it('eight runs at once: one does it, the others wait for it', async () => {
    await oldDatabase(60);
    let begun = 0;
    const migrations = [brims({ begin: () => (begun += 1) })];
    const all = await Promise.all(Array.from({ length: 8 }, () => runMigrations({ migrations })));
    expect(begun).toBe(1);
    const outcomes = all.flatMap((list) => list.map(({ outcome, changed }) => [outcome, changed]));
    expect(outcomes.filter(([outcome]) => outcome === 'done')).toEqual([['done', 60]]);
    expect(outcomes.filter(([outcome]) => outcome === 'elsewhere')).not.toContainEqual(['elsewhere', 0]);
    expect(await (await hats()).countDocuments({ brim: 'wide' })).toBe(60);
  });

  it('a failure in the middle: the next run goes on at once with what is left', async () => {
    await oldDatabase(25);
    const fails = brims({
      after: () => {
        throw new Error('the light went out');
      },
    });
    await expect(runMigrations({ migrations: [fails] })).rejects.toThrow('the light went out');
    expect(await (await hats()).countDocuments({ brim: 'wide' })).toBe(10);
    expect(await getDataVersion()).toMatchObject({ state: 'behind', stored: 0 });
    expect(await runMigrations({ migrations: [brims()] })).toMatchObject([{ outcome: 'done', changed: 15 }]);
  });

  it('a process killed in the middle: the next run takes over when the claim has run out', async () => {
    await oldDatabase(25);
    await killInTheMiddle();
    expect(await (await hats()).countDocuments({ brim: 'wide' })).toBe(10);
    const record = await migrationRecords(await database()).findOne({ _id: 1 });
    expect(record).toMatchObject({ state: 'running', claimedBy: 'the dead one' });
    expect(await runMigrations({ migrations: [brims()] })).toMatchObject([{ outcome: 'done', changed: 15 }]);
    expect(await (await hats()).countDocuments({ brim: 'wide' })).toBe(25);
  });

  it('a run that was silent too long and taken over stops at its next batch', async () => {
    await oldDatabase(25);
    const slow = brims({
      async begin() {
        await migrationRecords(await database()).updateOne(
          { _id: 1 },
          { $set: { claimedUntil: new Date(0) } },
        );
        await runMigrations({ migrations: [brims()] });
        await (await hats()).updateOne({ _id: 3 }, { $unset: { brim: '' } });
      },
    });
    await expect(runMigrations({ migrations: [slow] })).rejects.toThrow(/Another run took over migration 1/);
    expect(await migrationRecords(await database()).findOne({ _id: 1 })).toMatchObject({ state: 'done' });
  });

  it('data of newer code is left alone, in one sentence', async () => {
    await oldDatabase(1);
    await runMigrations({ migrations: [{ ...brims(), id: DATA_VERSION + 6 }] });
    const records = migrationRecords(await database());
    await records.insertOne({
      _id: 0,
      name: 'a new database',
      bornAt: DATA_VERSION + 6,
      state: 'done',
      claimedBy: null,
      claimedUntil: null,
      finishedAt: null,
      changed: 0,
    });
    await expect(runMigrations()).rejects.toThrow(
      /^The stored data has version \d+ and this code knows \d+: run the newer code, or restore a backup/,
    );
  });
});

it('the migrations are numbered without a gap, and the code expects the last one', () => {
  expect(allMigrations.map(({ id }) => id)).toEqual(allMigrations.map((_, index) => index + 1));
  expect(DATA_VERSION).toBe(allMigrations.length);
});

/** Another process claims the first migration for half a second, does ten hats, and is killed. */
async function killInTheMiddle(): Promise<void> {
  const script = `
    const { MongoClient } = await import('mongodb');
    const client = new MongoClient(process.env.MONGODB_URI);
    const db = client.db();
    const claimedUntil = new Date(Date.now() + 500);
    await db.collection('migrations').insertOne({ _id: 1, name: 'brims', state: 'running', claimedBy: 'the dead one', claimedUntil, finishedAt: null, changed: 0 });
    const first = (await db.collection('hats').find().limit(10).toArray()).map(({ _id }) => _id);
    await db.collection('hats').updateMany({ _id: { $in: first } }, { $set: { brim: 'wide' } });
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: process.env });
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
}
