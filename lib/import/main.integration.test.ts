import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brazil, cellar, grand, up } from '../../e2e/fixtures/house';
import { folderWith } from '../../e2e/fixtures/import-run';
import { databaseContents, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { ensureFilms, findFilm } from '../films/films';
import { ensureAuditoriums } from '../screenings/auditoriums';
import { listScreeningsBetween } from '../screenings/screenings';

let drop: () => Promise<void>;
beforeEach(async () => (drop = await useTestDatabase()));
afterEach(() => drop());

/** As `npm run import` runs it, once the database is known. */
async function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/import/main.ts', ...args], {
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  return { code, output, last: output.trim().split('\n').at(-1) };
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
    const { code, output, last } = await run(['films', 'docs/import/films.csv', '--dry-run']);
    expect([code, last]).toEqual([0, 'This was a dry run: nothing has been written.']);
    expect(output).toContain('films.csv:2: new, ');
    expect(await databaseContents()).toEqual({});
    const folder = await folderWith({ 'movies.json': '', 'comments.json': '' });
    expect((await run(['mflix', folder, '--dry-run'])).code).toBe(0);
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
    const { code, output } = await run(args, env as Record<string, string>);
    expect(code).toBe(1);
    expect(output).toMatch(words);
    expect(output).not.toMatch(/secret|\n {4}at /);
  });
});
