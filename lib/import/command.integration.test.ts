import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callCommand } from '../../e2e/fixtures/call-command';
import { folderWith } from '../../e2e/fixtures/import-run';
import { brazil, cellar, grand, up } from '../../e2e/fixtures/programme-data';
import { runScript } from '../../e2e/fixtures/run-script';
import { databaseContents, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { ensureFilms, findFilm } from '../films/films';
import { ensureAuditoriums } from '../screenings/auditoriums';
import { listScreeningsBetween } from '../screenings/screenings';
import { runImportCommand } from './command';

beforeEach(useTestDatabase);

async function run(args: string[]) {
  const { code, output, errors } = await callCommand(runImportCommand, args);
  return { code, output: output + errors, last: output.trim().split('\n').at(-1) };
}

describe('npm run import', () => {
  it('takes the tables that the documents show', async () => {
    await ensureFilms([up, brazil]);
    await ensureAuditoriums([grand, cellar]);
    const films = await run(['films', 'docs/import/films.csv']);
    expect([films.code, films.last]).toEqual([0, 'Pages follow within two minutes.']);
    expect(films.output).toContain('films          3          3          0          0          0');
    const screenings = await run(['screenings', 'docs/import/screenings.csv']);
    expect([screenings.code, screenings.last]).toEqual([0, 'Pages follow within two minutes.']);
    const again = await run(['screenings', 'docs/import/screenings.csv']);
    expect([again.code, again.last]).toEqual([0, 'Nothing has changed.']);
    expect(await listScreeningsBetween(new Date('2026-01-01Z'), new Date('2028-01-01Z'))).toHaveLength(4);
  });

  it('ends with 2 when lines were refused and the rest was taken, and names unknown columns', async () => {
    const folder = await folderWith({
      'films.json': JSON.stringify([
        { title: 'The Lamps', year: 1931, runtime: 92, gross: 1 },
        { title: 'No year', runtime: 90 },
      ]),
    });
    const { code, output } = await run(['films', `${folder}/films.json`]);
    expect(code).toBe(2);
    expect(output).toContain('films.json:1: refused, no year');
    expect(output).toContain('Not read, because these columns are not known here: gross.');
    expect(output).toContain('        1  films: no year');
    expect(await findFilm('the-lamps-1931')).not.toBeNull();
  });

  it('makes not even a collection in a dry run', async () => {
    await (await database()).dropDatabase();
    // As a process of its own: from a dry run on, a process writes nothing any more.
    const dryRun = (...args: string[]) => runScript('lib/import/command.ts', [...args, '--dry-run']);
    const { code, output } = await dryRun('films', 'docs/import/films.csv');
    expect([code, output.trim().split('\n').at(-1)]).toEqual([
      0,
      'This was a dry run: nothing has been written.',
    ]);
    expect(output).toContain('films.csv:2: new, ');
    expect(await databaseContents()).toEqual({});
    const folder = await folderWith({ 'movies.json': '', 'comments.json': '' });
    expect((await dryRun('mflix', folder)).code).toBe(0);
    expect(await databaseContents()).toEqual({});
  });

  it.each([
    [[], {}, /^Say what to import:/],
    [['films', '/tmp'], {}, /^\/tmp cannot be read: is it the name of a file/],
    [['mflix', '/nowhere'], {}, /^There is no movies\.json in \/nowhere/],
    [['films', 'a'], { MONGODB_URI: '' }, /^The environment variable MONGODB_URI is not set/],
    [
      ['films', 'a'],
      { MONGODB_URI: 'mongodb://ada:secret@127.0.0.1:9/x' },
      /^The database cannot be reached: /,
    ],
  ])('%j %j ends with 1 and one plain reason', async (args, env, words) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const { code, output } = await run(args);
    vi.unstubAllEnvs();
    expect(code).toBe(1);
    expect(output).toMatch(words);
    expect(output).not.toMatch(/secret|\n {4}at /);
  });
});
