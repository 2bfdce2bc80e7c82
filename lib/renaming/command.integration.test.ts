import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readComments } from '../../e2e/fixtures/comments';
import { brazil, grand, screening, up } from '../../e2e/fixtures/programme-data';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureComments } from '../comments/bulk';
import { setDiscussionState } from '../comments/discussions';
import { database } from '../db/client';
import { findFilmList } from '../films/film-lists';
import { getFilmPage } from '../films/film-page';
import { ensureFilms } from '../films/films';
import { ensureAuditoriums } from '../screenings/auditoriums';
import { ensureScreenings } from '../screenings/screenings';
import { renameFilm } from './command';

const now = new Date('2026-11-20T17:30:00Z');
const run = promisify(execFile);

beforeAll(useTestDatabase);
beforeEach(async () => {
  await emptyCollections('films', 'auditoriums', 'screenings', 'runs', 'comments', 'discussions');
  await ensureFilms([up, brazil]);
  await ensureAuditoriums([grand]);
  await ensureScreenings([
    screening(up, grand, '2026-11-01T18:00:00Z'),
    screening(up, grand, '2026-11-21T18:00:00Z'),
  ]);
});

async function saySomething(): Promise<void> {
  await ensureComments([
    {
      id: '6b00d911c79507f0300b9f61',
      filmId: 'up',
      parentId: null,
      authorId: 'somebody',
      body: 'The first ten minutes.',
      createdAt: new Date('2026-11-19T12:00:00Z'),
    },
  ]);
  await setDiscussionState('up', { state: 'closed', reason: 'Enough.' }, 'staff', now);
}

describe('renameFilm', () => {
  it('moves the film with its screenings, its run and its discussion; the old address leads on', async () => {
    await saySomething();
    await renameFilm('up', 'oben');
    const { film, screenings } = await getFilmPage('oben', now);
    expect(film).toEqual({ ...up, slug: 'oben' });
    expect(screenings).toHaveLength(1);
    expect((await getFilmPage('up', now)).film.slug).toBe('oben');
    expect(await readComments('oben')).toMatchObject({
      items: [{ body: 'The first ten minutes.' }],
      discussion: { state: 'closed', reason: 'Enough.' },
    });
    const past = await findFilmList('past', 1, '2026-12-24');
    expect(past.films.map(({ film: { slug } }) => slug)).toEqual(['oben']);
    const { screenings: stored, comments, discussions, runs } = await databaseContents();
    expect(JSON.stringify([stored, comments, discussions, runs])).not.toContain('"up"');
  });

  it('moves a discussion that was closed before migration 5', async () => {
    const talks = (await database()).collection<{ _id: string }>('talks');
    const closed = { state: 'closed', reason: 'Enough.', by: 'staff', at: now };
    await talks.insertOne({ _id: 'up', ...closed });
    await renameFilm('up', 'oben');
    expect((await readComments('oben')).discussion).toEqual({ state: 'closed', reason: 'Enough.' });
    expect(await talks.countDocuments()).toBe(0);
  });

  it('goes back to an address that the film had, and then that one leads nowhere else', async () => {
    await renameFilm('up', 'oben');
    await renameFilm('oben', 'up');
    expect((await getFilmPage('up', now)).film).toEqual(up);
    expect((await getFilmPage('oben', now)).film.slug).toBe('up');
  });

  it('refuses what is or was another film’s, what no film has and what is no address, and changes nothing', async () => {
    await ensureFilms([{ ...brazil, formerSlugs: ['brasil'] }]);
    const before = await databaseContents();
    await expect(renameFilm('up', 'brazil')).rejects.toThrow(
      '/films/brazil is, or was, the address of another film',
    );
    await expect(renameFilm('up', 'brasil')).rejects.toThrow(
      '/films/brasil is, or was, the address of another film',
    );
    await expect(renameFilm('nothing', 'else')).rejects.toThrow('There’s no film at this address');
    await expect(renameFilm('up', 'Oben!')).rejects.toThrow('A film is named by small letters');
    expect(await databaseContents()).toEqual(before);
  });

  it('is taken once by two who rename at the same moment', async () => {
    const results = await Promise.allSettled([renameFilm('up', 'oben'), renameFilm('up', 'la-haut')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { films } = await databaseContents();
    expect(films).toHaveLength(2);
  });
});

describe('npm run films:rename', () => {
  const command = (...slugs: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'lib/renaming/command.ts', ...slugs]);

  it('says what it has done, and when the site shows it', async () => {
    const { stdout } = await command('up', 'oben');
    expect(stdout).toBe(
      '/films/up is /films/oben now; the old address redirects to it.\nThe site shows it within two minutes.\n',
    );
  });

  it('says in one sentence why it has not', async () => {
    await expect(command('up')).rejects.toMatchObject({
      code: 1,
      stderr: 'Say two addresses: npm run films:rename -- OLD NEW\n',
    });
    await expect(command('up', 'brazil')).rejects.toMatchObject({
      stderr: '/films/brazil is, or was, the address of another film. Choose another one.\n',
    });
  });
});
