import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { callCommand } from '../../e2e/fixtures/call-command';
import { runScript } from '../../e2e/fixtures/run-script';
import { temporaryFolder } from '../../e2e/fixtures/temporary-folder';
import { databaseContents, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureFilms, getFilm } from '../films/films';
import { ensureMember, findMembers } from '../members/members';
import { database } from '../db/client';
import { migrationRecords } from '../db/data-version';
import { toObjectId } from '../db/document';
import { listComments } from '../comments/listings';
import { runMigrations } from '../migrations/run-migrations';
import { InvalidBackupError } from './backup-file';
import { runBackupCommand } from './command';
import { createBackup, DatabaseNotEmptyError, restore } from './copies';
import { up } from '../../e2e/fixtures/programme-data';

let file: string;
beforeEach(useTestDatabase);
beforeEach(async () => {
  file = join(temporaryFolder(), 'cinema.backup');
});

const AT = new Date('2026-11-20T12:00:00Z');

/** A film, a member, and 1001 documents with numbers of every kind. */
async function fillDatabase(): Promise<Record<string, unknown[]>> {
  await ensureFilms([up]);
  await ensureMember({ id: 'oona', name: 'Oona Reyes', roles: [] }, AT);
  const odd = (number: number) => ({ whole: number, big: 2 ** 40, part: number + 0.5, none: null, at: AT });
  await (await database()).collection('odds').insertMany(Array.from({ length: 1001 }, (_, n) => odd(n)));
  return contents();
}

async function contents(): Promise<Record<string, unknown[]>> {
  const { collections: _made, ...rest } = await databaseContents();
  return Object.fromEntries(Object.entries(rest).filter(([, documents]) => documents.length > 0));
}

describe('a backup', () => {
  it('holds everything: wiped and restored, nothing differs, and the site works', async () => {
    const before = await fillDatabase();
    expect(await createBackup(file)).toMatchObject({ films: 1, members: 1, migrations: 1, odds: 1001 });
    await (await database()).dropDatabase();
    expect(await restore(file, false)).toMatchObject({ films: 1, members: 1, odds: 1001 });
    expect(await contents()).toEqual(before);
    expect(await getFilm('up')).toEqual(up);
    expect((await findMembers(['oona'])).size).toBe(1);
  });

  it('keeps the types of numbers, which validators are strict about', async () => {
    await fillDatabase();
    await createBackup(file);
    await restore(file, true);
    const kinds = {
      whole: { $type: 'int' },
      part: { $type: 'double' },
      none: { $type: 'null' },
      at: { $type: 'date' },
    };
    expect(await (await database()).collection('odds').countDocuments(kinds)).toBe(1001);
  });

  it('is for its owner alone', async () => {
    await createBackup(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a restore', () => {
  it('leaves a database alone that holds something, unless it is told', async () => {
    await fillDatabase();
    await createBackup(file);
    await ensureFilms([{ ...up, slug: 'later', title: 'Later' }]);
    const before = await contents();
    await expect(restore(file, false)).rejects.toBeInstanceOf(DatabaseNotEmptyError);
    expect(await contents()).toEqual(before);
    await restore(file, true);
    await expect(getFilm('later')).rejects.toMatchObject({ code: 'not-found' });
    expect(await getFilm('up')).toEqual(up);
  });

  it('takes over from the deploys: whose the database is stays as it was', async () => {
    await fillDatabase();
    await createBackup(file);
    const owner = (await database()).collection<{ _id: string; context: string }>('deploys');
    await owner.insertOne({ _id: 'owner', context: 'preview' });
    await restore(file, true);
    expect(await owner.findOne()).toEqual({ _id: 'owner', context: 'preview' });
  });

  it.each<[string, (whole: Buffer) => Buffer]>([
    ['cut off', (whole) => gzipSync(gunzipSync(whole).subarray(0, -20))],
    ['without its end', (whole) => gzipSync(gunzipSync(whole).subarray(0, 1000))],
    ['of another kind', () => gzipSync('a text of some length, and no backup')],
    ['not even compressed', () => Buffer.from('a text of some length, and no backup')],
  ])('touches nothing for a file %s', async (_, damage) => {
    const before = await fillDatabase();
    await createBackup(file);
    writeFileSync(file, damage(readFileSync(file)));
    await expect(restore(file, true)).rejects.toBeInstanceOf(InvalidBackupError);
    expect(await contents()).toEqual(before);
  });

  it('touches nothing for a file that was cut off on its way', async () => {
    const before = await fillDatabase();
    await createBackup(file);
    truncateSync(file, statSync(file).size - 100);
    await expect(restore(file, true)).rejects.toBeInstanceOf(InvalidBackupError);
    expect(await contents()).toEqual(before);
  });
});

it('a backup from before migration 5 can be read at once, and migrated', async () => {
  const db = await database();
  await ensureFilms([up]);
  await listComments('up');
  const id = toObjectId('6b00d911c79507f0300b9f61');
  const stored = { filmId: 'up', authorId: null, authorName: 'Ivo', createdAt: AT, requestHash: 'h' };
  const visible = { state: 'visible', deletedBy: null, listed: true, parentId: null, body: 'Balloons.' };
  const names = { answersId: null, repliesTo: null, answered: false, answerCount: 0 };
  await db.collection('comments').insertOne({ _id: id, ...stored, ...visible, ...names });
  const talks = db.collection<{ _id: string; state: string; reason: string; by: string; at: Date }>('talks');
  await talks.insertOne({ _id: 'up', state: 'closed', reason: 'Enough.', by: 'sam', at: AT });
  await migrationRecords(db).updateOne({ _id: 0 }, { $set: { bornAt: 4 } });
  await createBackup(file);
  await restore(file, true);
  const page = {
    items: [{ content: [{ children: [{ type: 'text', value: 'Balloons.' }] }] }],
    total: 1,
    discussion: { state: 'closed' },
  };
  expect(await listComments('up')).toMatchObject(page);
  expect(await runMigrations()).toMatchObject([
    { id: 5, outcome: 'done', changed: 2 },
    { id: 6, outcome: 'done' },
  ]);
  expect(await listComments('up')).toMatchObject(page);
  expect(await db.collection('comments').findOne()).toMatchObject({ hasReplies: false });
});

describe('npm run db:backup, npm run db:restore', () => {
  async function run(...args: string[]) {
    const { code, output, errors } = await callCommand(runBackupCommand, args);
    return { code, output: output + errors };
  }

  it('do it, and say it', async () => {
    await fillDatabase();
    const written = await runScript('lib/backup/command.ts', ['backup', file]);
    expect([written.code, written.output.split('\n').at(-2)]).toEqual([0, `1004 documents written ${file}.`]);
    const again = await run('backup', file);
    expect([again.code, again.output]).toEqual([1, `${file} is there already, and stays as it is.\n`]);
    expect((await run('restore', file)).output).toMatch(/^This database is not empty\. .*--force/);
    await migrationRecords(await database()).updateOne({ _id: 0 }, { $set: { bornAt: 0 } });
    await run('backup', `${file}.old`);
    const restored = await run('restore', `${file}.old`, '--force');
    expect(restored.code).toBe(0);
    expect(restored.output).toContain(`1004 documents restored from ${file}.old.\nIt has version 0,`);
  });

  it('want a file', async () => {
    expect((await run('backup')).output).toBe(
      'Name a file: npm run db:backup -- marquee-2026-11-21.backup\n',
    );
    expect(await run('restore', '/no/such.backup')).toEqual({
      code: 1,
      output: 'There is no /no/such.backup.\n',
    });
  });
});
