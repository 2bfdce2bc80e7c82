import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callCommand } from '../../e2e/fixtures/call-command';
import { runScript } from '../../e2e/fixtures/run-script';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { DATA_VERSION } from '../db/data-version';
import { runMigrateCommand } from './command';

beforeEach(useTestDatabase);
beforeEach(async () => {
  await (await database()).dropDatabase();
});

async function run(args: string[] = []) {
  const { code, output, errors } = await callCommand(runMigrateCommand, args);
  return { code, lines: (output + errors).trim().split('\n') };
}

/** One comment of the first version, in a database of code from before there were migrations. */
async function oldDatabase(): Promise<void> {
  const db = await database();
  await db.collection('collections').insertOne({ fingerprint: 'of older code' });
  await db.collection('comments').insertOne({ authorId: 'oona', parentId: null, body: 'Balloons.' });
}

describe('npm run db:migrate', () => {
  it('says what is open, rehearses, does it, and has nothing to do after that', async () => {
    await oldDatabase();
    const open = `The stored data has version 0, and the code expects ${DATA_VERSION}.`;
    const current = `The stored data has version ${DATA_VERSION}, as the code expects.`;
    const status = await run(['--status']);
    expect([status.code, status.lines.at(-1)]).toEqual([1, open]);
    const rehearsal = await run(['--dry-run']);
    expect([rehearsal.code, rehearsal.lines[0]]).toEqual([1, '1 comment-fields: would change 1 documents']);
    const done = await run();
    expect([done.code, done.lines.at(-1)]).toEqual([0, current]);
    expect(done.lines).toContain('1 comment-fields: 1 documents changed');
    const again = await run();
    expect((await runScript('lib/migrations/command.ts', ['--status'])).code).toBe(0);
    expect([again.code, again.lines.at(-1)]).toEqual([0, current]);
  });

  it.each([
    ['', /^The environment variable MONGODB_URI is not set/],
    ['mongodb://127.0.0.1:9/marquee', /^The database does not answer: is MONGODB_URI right/],
  ])('with MONGODB_URI %j says one sentence', async (uri, sentence) => {
    vi.stubEnv('MONGODB_URI', uri);
    const { code, lines } = await run();
    vi.unstubAllEnvs();
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(sentence);
  });
});
