import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readComments } from '../../e2e/fixtures/comments';
import { folderWith } from '../../e2e/fixtures/import-run';
import { comment, importing, lines, movie, setOf } from '../../e2e/fixtures/sample-set';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { findFilm } from '../films/films';
import { ImportReport, Progress } from './report';

beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('films', 'comments', 'imported-films'));

interface Said {
  author: { name: string; kind: string } | null;
  body: string;
  createdAt: string;
}

describe('the sample set', () => {
  it('comes in with films, comments and names, and changes nothing the second time', async () => {
    const folder = await setOf(
      [movie(1), movie(2, { title: 'Zwei', year: '1932è', runtime: 71.6 })],
      [comment(11, 1), comment(12, 1, { name: 'Ana O.' }), comment(13, 2, { email: 'jo@marquee.example' })],
      [{ name: 'Ana Ortiz-Roy', email: 'ana.ortiz@marquee.example' }],
    );
    const first = await importing(folder);
    expect(first).toEqual({
      counts: { people: [1, 0, 1, 0, 0], films: [2, 2, 0, 0, 0], comments: [3, 3, 0, 0, 0] },
      printed: [],
    });
    expect(await findFilm('invented-1-1931')).toMatchObject({
      releaseDate: '1931-07-20',
      runtimeMinutes: 92,
      countries: ['United States'],
      genres: ['Science Fiction'],
      synopsis: 'A lamp is lit. It goes out again.',
      certificate: null,
    });
    expect(await findFilm('zwei-1932')).toMatchObject({ runtimeMinutes: 72 });
    const { items, total } = await readComments('invented-1-1931');
    expect(total).toBe(2);
    expect(
      items.map(({ author, body, createdAt }: Said) => [author?.name, author?.kind, body, createdAt]),
    ).toEqual([
      ['Ana Ortiz-Roy', 'guest', 'Said 12.', '2002-08-18T04:56:07.000Z'],
      ['Ana Ortiz-Roy', 'guest', 'Said 11.', '2002-08-18T04:56:07.000Z'],
    ]);
    const stored = await databaseContents();
    const second = await importing(folder);
    expect(second.counts).toEqual({
      people: [1, 0, 1, 0, 0],
      films: [2, 0, 2, 0, 0],
      comments: [3, 0, 3, 0, 0],
    });
    expect(await databaseContents()).toEqual(stored);
  });

  it('leaves no address anywhere: not stored, not printed', async () => {
    const folder = await folderWith({
      'movies.json': lines([movie(1)]),
      'comments.json': [
        lines([comment(11, 1), comment(12, 1, { name: 'ana.ortiz@marquee.example' }), comment(13, 9)]),
        '{"email": "ana.ortiz@marquee.example" broken}',
      ].join('\n'),
      'users.json': lines([{ name: 'ana.ortiz@marquee.example', email: 'ana.ortiz@marquee.example' }]),
    });
    const { counts, printed } = await importing(folder);
    expect(counts).toEqual({
      people: [1, 0, 0, 0, 1],
      films: [1, 1, 0, 0, 0],
      comments: [4, 1, 0, 0, 3],
    });
    expect(JSON.stringify([await databaseContents(), printed])).not.toContain('marquee.example');
  });

  it('refuses by line what is no film or no comment, each with its reason', async () => {
    const folder = await folderWith({
      'movies.json': lines([
        movie(1),
        movie(2, { type: 'series' }),
        movie(3, { title: ' ' }),
        movie(4, { year: null, released: null }),
        movie(5, { runtime: null }),
        { title: 'No id' },
        movie(1),
        movie(6, { year: 1066 }),
      ]),
      'comments.json': lines([
        comment(11, 1, { text: ' \u0000 ' }),
        comment(12, 1, { text: 'x'.repeat(2001) }),
        comment(13, 1, { date: null }),
        comment(14, 1, { date: { $date: '2030-01-01T00:00:00Z' } }),
        comment(15, 2),
        comment(16, 1, { movie_id: null }),
        comment(17, 1, { name: '' }),
        comment(18, 1),
      ]),
    });
    const { counts, printed } = await importing(folder);
    expect(printed.toSorted()).toEqual([
      'comments.json:1: refused, no words',
      'comments.json:2: refused, too long: 2001 of at most 2000 characters',
      'comments.json:3: refused, no date',
      'comments.json:4: refused, dated in the future: 2030-01-01',
      'comments.json:5: refused, its film is not here',
      'comments.json:6: refused, no film: it has no movie_id',
      'comments.json:7: refused, no name',
      'movies.json:2: refused, not a film: its type is series',
      'movies.json:3: refused, no title',
      'movies.json:4: refused, no year: neither a year nor a release date',
      'movies.json:5: refused, no running time',
      'movies.json:6: refused, no document of movies: it has no ObjectId',
      'movies.json:7: refused, an earlier one has this _id',
      'movies.json:8: refused, its year cannot be right: 1066 is not from 1888 to 2036',
    ]);
    expect(counts).toEqual({ films: [8, 1, 0, 0, 7], comments: [8, 1, 0, 0, 7] });
  });

  it('without movies.json says so', async () => {
    await expect(importing(await folderWith({}))).rejects.toThrow(/^There is no movies.json in /);
  });
});

it('a dry run counts comments of films that are not there yet, and writes nothing', async () => {
  const folder = await setOf([movie(1)], [comment(11, 1), comment(12, 9)]);
  const before = await databaseContents();
  const { counts, printed } = await importing(folder, { dryRun: true });
  expect(counts).toEqual({ films: [1, 1, 0, 0, 0], comments: [2, 1, 0, 0, 1] });
  expect(printed[0]).toBe('movies.json:2: new, Invented 1 (1931) as invented-1-1931');
  expect(await databaseContents()).toEqual(before);
});

it('holds a batch and two chunks of the file, however large it is', async () => {
  const films = Array.from({ length: 1500 }, (_, n) => movie(n + 1, { votes: 'x'.repeat(2000) }));
  const text = lines(films);
  const folder = await folderWith({ 'movies.json': text });
  const documentBytes = text.length / films.length;
  let [read, settled, mostHeld] = [0, 0, 0];
  class CountingProgress extends Progress {
    override addBytes(count: number): void {
      read += count;
      mostHeld = Math.max(mostHeld, read - settled * documentBytes);
    }
  }
  class CountingReport extends ImportReport {
    override count(...counted: Parameters<ImportReport['count']>): void {
      settled += 1;
      super.count(...counted);
    }
  }
  const report = new CountingReport(() => undefined);
  await importing(folder, { report, progress: new CountingProgress({ write: () => true }) });
  expect([read, settled]).toEqual([text.length, 1500]);
  expect(mostHeld).toBeLessThan(500 * documentBytes * 1.01 + 2 * 65_536);
});
