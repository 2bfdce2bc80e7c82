import { beforeAll, beforeEach, expect, it } from 'vitest';
import { brazil, up } from '../../e2e/fixtures/programme-data';
import { runImport, tableOf } from '../../e2e/fixtures/import-run';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureFilms, filmsByAnySlug, findFilm } from '../films/films';
import { importFilms } from './import-films';

beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('films'));

const HEADER = 'title,year,runtime,director,genre,synopsis';

it('importFilms writes films, and changes nothing the second time', async () => {
  const file = await tableOf(
    HEADER,
    'The Lamps,1931,92,Ana Ortiz,"Drama; Noir","<p>Lamps &amp; more.</p>"',
    'Über uns,1932,80,,,',
  );
  const first = await runImport((run) => importFilms(file, run));
  expect(first).toEqual({ counts: { films: [2, 2, 0, 0, 0] }, printed: [] });
  expect(await findFilm('the-lamps-1931')).toMatchObject({
    title: 'The Lamps',
    year: 1931,
    releaseDate: null,
    runtimeMinutes: 92,
    directors: ['Ana Ortiz'],
    genres: ['Drama', 'Noir'],
    synopsis: 'Lamps & more.',
    certificate: null,
  });
  expect(await findFilm('uber-uns-1932')).toMatchObject({ title: 'Über uns', cast: [] });
  const stored = await databaseContents();
  const second = await runImport((run) => importFilms(file, run));
  expect(second.counts).toEqual({ films: [2, 0, 2, 0, 0] });
  expect(await databaseContents()).toEqual(stored);
});

it('importFilms knows a film of the cinema by its title and year, and keeps what the file is silent on', async () => {
  await ensureFilms([up, brazil]);
  const file = await tableOf('title,year,runtime,cast', 'Up,2009,98,', 'Brazil,1985,143,Jonathan Pryce');
  const { counts } = await runImport((run) => importFilms(file, run));
  expect(counts).toEqual({ films: [2, 0, 1, 1, 0] });
  expect(await findFilm('up')).toMatchObject({ ...up, runtimeMinutes: 98 });
});

it('importFilms knows a film by the slug of the file, also by one that it had before', async () => {
  await ensureFilms([{ ...up, formerSlugs: ['oben'] }]);
  const file = await tableOf('slug,title,year', 'oben,Up!,2009', 'oben,Up,2009');
  const { counts, printed } = await runImport((run) => importFilms(file, run));
  expect(counts).toEqual({ films: [2, 0, 0, 1, 1] });
  expect(printed).toEqual(['table.csv:3: refused, an earlier line has this film: line 2']);
  expect((await filmsByAnySlug(['oben'])).get('oben')).toMatchObject({ slug: 'up', title: 'Up!' });
});

it('importFilms refuses a doubled film by line, and tells two of one title and year apart by their directors', async () => {
  const file = await tableOf(
    HEADER,
    'The Lamps,1931,92,Ana Ortiz,,',
    'the lamps,1931,92,,,',
    'The Lamps,1931,70,Jo Brand,,',
    'The Lamps,1932,70,Jo Brand,,',
  );
  const { counts, printed } = await runImport((run) => importFilms(file, run));
  expect(counts).toEqual({ films: [4, 3, 0, 0, 1] });
  expect(printed).toEqual(['table.csv:3: refused, an earlier line has this film: line 2']);
  const films = await filmsByAnySlug(['the-lamps-1931', 'the-lamps-1931-jo-brand', 'the-lamps-1932']);
  expect([...films.values()].map(({ runtimeMinutes }) => runtimeMinutes).toSorted()).toEqual([70, 70, 92]);
  const again = await runImport((run) => importFilms(file, run));
  expect(again.counts).toEqual({ films: [4, 0, 3, 0, 1] });
});

it('importFilms names what is wrong by line, and takes the rest', async () => {
  const file = await tableOf(
    'title,release date,runtime',
    'No running time,1931,',
    'In two ways,09/12/2003,90',
    '"Never closed,2003-09-12,90',
    'Right,12 Sep 2003,90',
  );
  const { counts, printed } = await runImport((run) => importFilms(file, run));
  expect(counts).toEqual({ films: [4, 1, 0, 0, 3] });
  expect(printed.toSorted()).toEqual([
    'table.csv:2: refused, no running time',
    'table.csv:3: refused, its date cannot be read: “09/12/2003” may be either day: say --dates day-first or --dates month-first',
    'table.csv:4: refused, its quotation marks do not match',
  ]);
  const told = await runImport((run) => importFilms(file, run), { dateOrder: 'day-first' });
  expect(told.counts).toEqual({ films: [4, 1, 1, 0, 2] });
  expect(await findFilm('in-two-ways-2003')).toMatchObject({ releaseDate: '2003-12-09' });
});

it('importFilms says what a dry run would do, and does nothing', async () => {
  await ensureFilms([up]);
  const before = await databaseContents();
  const file = await tableOf('title,year,runtime', 'Up,2009,98', 'The Lamps,1931,92');
  const { counts, printed } = await runImport((run) => importFilms(file, run), { dryRun: true });
  expect(counts).toEqual({ films: [2, 1, 0, 1, 0] });
  expect(printed).toEqual([
    'table.csv:2: changed, Up (2009) as up: runtimeMinutes 96 -> 98',
    'table.csv:3: new, The Lamps (1931) as the-lamps-1931',
  ]);
  expect(await databaseContents()).toEqual(before);
});

it('importFilms takes more lines than the database is asked about at once', async () => {
  const lines = Array.from({ length: 450 }, (_, index) => `Film ${index},1980,90`);
  const file = await tableOf('title,year,runtime', ...lines);
  const { counts } = await runImport((run) => importFilms(file, run));
  expect(counts).toEqual({ films: [450, 450, 0, 0, 0] });
});

it('importFilms asks which film is meant when title and year name several and no director is told', async () => {
  const twin = { ...up, slug: 'up-2009-jo-brand', directors: ['Jo Brand'] };
  await ensureFilms([up, twin]);
  const file = await tableOf(
    'title,year,director,synopsis',
    'Up,2009,,Which one?',
    'Up,2009,Jo Brand,This one.',
    'UP,2009,Somebody Else,Another one.',
  );
  const { printed } = await runImport((run) => importFilms(file, run));
  expect(printed).toEqual([
    'table.csv:2: refused, its title and year name several films: add its directors, or one of the slugs up, up-2009-jo-brand',
    'table.csv:4: refused, no running time',
  ]);
  expect((await findFilm('up-2009-jo-brand'))?.synopsis).toBe('This one.');
  expect((await findFilm('up'))?.synopsis).toBe(up.synopsis);
});
