import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runImport, tableOf } from '../../e2e/fixtures/import-run';
import { brazil, cellar, grand, screening, up } from '../../e2e/fixtures/programme-data';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { acquireLease } from '../db/lease';
import { ensureFilms } from '../films/films';
import { ensureAuditoriums } from '../screenings/auditoriums';
import { ensureScreenings, listScreeningsBetween } from '../screenings/screenings';
import { ImportError } from './errors';
import { importScreenings } from './import-screenings';
import { Progress } from './report';

beforeAll(useTestDatabase);
beforeEach(async () => {
  await emptyCollections('films', 'auditoriums', 'screenings');
  await ensureFilms([up, brazil]);
  await ensureAuditoriums([grand, cellar]);
});

const HEADER = 'film,auditorium,date,time,full';

async function stored() {
  const list = await listScreeningsBetween(new Date('2026-01-01Z'), new Date('2028-01-01Z'));
  return list.map(({ filmId, screening: { auditorium, startsAt, endsAt } }) => [
    filmId,
    auditorium.id,
    startsAt.slice(0, 16),
    endsAt.slice(11, 16),
  ]);
}

it('importScreenings writes screenings with their ends, and changes nothing the second time', async () => {
  const file = await tableOf(
    'film,year,auditorium,start,format,full,child,features,subtitles',
    'up,,Grand,2026-11-27 18:00,35mm,11,6,relaxed,English',
    'Brazil (1985),,cellar,27 Nov 2026 20:30,,8.50,,,',
    'BRAZIL,1985,grand,2026-07-03T20:30,digital,8.50,,,',
  );
  const first = await runImport((run) => importScreenings(file, run));
  expect(first).toEqual({ counts: { screenings: [3, 3, 0, 0, 0] }, printed: [] });
  expect(await stored()).toEqual([
    ['brazil', 'grand', '2026-07-03T19:30', '22:08'],
    ['up', 'grand', '2026-11-27T18:00', '19:51'],
    ['brazil', 'cellar', '2026-11-27T20:30', '23:08'],
  ]);
  const [, evening] = await listScreeningsBetween(new Date('2026-01-01Z'), new Date('2028-01-01Z'));
  expect(evening?.screening).toMatchObject({
    format: '35 mm',
    subtitles: 'English',
    features: ['subtitled', 'relaxed'],
    prices: [
      { kind: 'full', price: { amountMinor: 1100, currency: 'EUR' } },
      { kind: 'child', price: { amountMinor: 600, currency: 'EUR' } },
    ],
  });
  const before = await databaseContents();
  const second = await runImport((run) => importScreenings(file, run));
  expect(second.counts).toEqual({ screenings: [3, 0, 3, 0, 0] });
  expect(await databaseContents()).toEqual(before);
});

it('importScreenings refuses by line what runs into the cinema’s screenings or into an earlier line', async () => {
  await ensureScreenings([screening(up, grand, '2026-11-27T18:00:00Z')]);
  const file = await tableOf(
    HEADER,
    'brazil,grand,2026-11-27,19:30,11',
    'brazil,grand,2026-11-27,18:00,11',
    'brazil,grand,2026-11-27,16:00,11',
    'brazil,grand,2026-11-27,19:51,11',
    'up,grand,2026-11-27,22:28,11',
    'up,cellar,2026-11-27,19:30,11',
    'up,cellar,2026-11-27,19:30,11',
  );
  const { counts, printed } = await runImport((run) => importScreenings(file, run));
  expect(printed).toEqual([
    'table.csv:2: refused, the auditorium is taken: the programme has up there from 2026-11-27 18:00 to 19:51',
    'table.csv:3: refused, the auditorium is taken: the programme has up there from 2026-11-27 18:00 to 19:51',
    'table.csv:4: refused, the auditorium is taken: the programme has up there from 2026-11-27 18:00 to 19:51',
    'table.csv:6: refused, the auditorium is taken: line 5 has brazil there from 2026-11-27 19:51 to 22:29',
    'table.csv:8: refused, an earlier line has this screening: line 7',
  ]);
  expect(counts).toEqual({ screenings: [7, 2, 0, 0, 5] });
});

it('importScreenings counts a screening over midnight into the next day', async () => {
  await ensureScreenings([screening(brazil, grand, '2026-11-27T23:00:00Z')]);
  const file = await tableOf(HEADER, 'up,grand,2026-11-28,01:00,11', 'up,grand,2026-11-28,01:38,11');
  const { counts } = await runImport((run) => importScreenings(file, run));
  expect(counts).toEqual({ screenings: [2, 1, 0, 0, 1] });
});

it('importScreenings gives one that is there new facts, and leaves what the file is silent on', async () => {
  await ensureScreenings([screening(up, grand, '2026-11-27T18:00:00Z', { features: ['wheelchair'] })]);
  const file = await tableOf('film,auditorium,start,format', 'up,grand,2026-11-27 18:00,70 mm');
  const dry = await runImport((run) => importScreenings(file, run), { dryRun: true });
  expect(dry.printed).toEqual(['table.csv:2: changed, Up (2009) in grand, 2026-11-27 18:00: format']);
  const { counts } = await runImport((run) => importScreenings(file, run));
  expect(counts).toEqual({ screenings: [1, 0, 0, 1, 0] });
  const [changed] = await listScreeningsBetween(new Date('2026-11-27Z'), new Date('2026-11-28Z'));
  expect(changed?.screening).toMatchObject({
    format: '70 mm',
    features: ['wheelchair'],
    prices: [{ kind: 'full', price: { amountMinor: 1100, currency: 'EUR' } }],
  });
});

it('importScreenings names what is wrong, in the order of the lines', async () => {
  const file = await tableOf(
    HEADER,
    'Nobody,grand,2026-11-27,18:00,11',
    'Up (1999),grand,2026-11-27,18:00,11',
    'up,balcony,2026-11-27,18:00,11',
    'up,grand,2027-03-28,01:30,11',
    'up,grand,2026-10-25,01:30,11',
    'up,grand,2026-11-27,18:00,',
  );
  const { counts, printed } = await runImport((run) => importScreenings(file, run));
  expect(printed).toEqual([
    'table.csv:2: refused, its film is not here: “Nobody”; add its year, or use its slug',
    'table.csv:3: refused, its film is not here: “Up” (1999); of other years there are up',
    'table.csv:4: refused, there is no such auditorium: balcony',
    'table.csv:5: refused, a time that does not exist: the clocks go forward in the night of 2027-03-28 and leave out 01:30',
    'table.csv:6: refused, a time that comes twice: 01:30 on 2026-10-25: write 01:30+01:00 for the first, 01:30+00:00 for the second',
    'table.csv:7: refused, no price',
  ]);
  expect(counts).toEqual({ screenings: [6, 0, 0, 0, 6] });
  expect(await stored()).toEqual([]);
});

it('importScreenings writes nothing in a dry run, and sees overlaps inside the file', async () => {
  const before = await databaseContents();
  const file = await tableOf(HEADER, 'up,grand,2026-11-27,18:00,11', 'brazil,grand,2026-11-27,19:00,11');
  const { counts, printed } = await runImport((run) => importScreenings(file, run), { dryRun: true });
  expect(counts).toEqual({ screenings: [2, 1, 0, 0, 1] });
  expect(printed[0]).toBe('table.csv:2: new, Up (2009) in grand, 2026-11-27 18:00');
  expect(await databaseContents()).toEqual(before);
});

it('importScreenings sees overlaps across the portions in which the database is asked', async () => {
  const hours = Array.from({ length: 210 }, (_, index) => {
    const day = new Date(Date.UTC(2027, 5, 1 + Math.floor(index / 5))).toISOString().slice(0, 10);
    return `up,grand,${day},${String(10 + (index % 5) * 2).padStart(2, '0')}:00,11`;
  });
  const file = await tableOf(HEADER, ...hours, 'brazil,grand,2027-06-01,10:30,11');
  const { counts, printed } = await runImport((run) => importScreenings(file, run));
  expect(counts).toEqual({ screenings: [211, 210, 0, 0, 1] });
  expect(printed).toEqual([
    'table.csv:212: refused, the auditorium is taken: line 2 has up there from 2027-06-01 10:00 to 11:51',
  ]);
});

describe('two imports at once', () => {
  const both = (files: string[]) =>
    Promise.allSettled(files.map((file) => runImport((run) => importScreenings(file, run))));

  it.each(Array.from({ length: 10 }, (_, n) => n + 1))(
    'never plan two films at once, in round %i',
    async () => {
      const files = [
        await tableOf(HEADER, 'up,grand,2026-11-27,18:00,11'),
        await tableOf(HEADER, 'brazil,grand,2026-11-27,19:00,11'),
      ];
      for (const outcome of await both(files)) {
        if (outcome.status === 'fulfilled') continue;
        expect(outcome.reason).toBeInstanceOf(ImportError);
        expect(outcome.reason.message).toMatch(/^Another import of screenings is running: /);
      }
      expect(await stored()).toHaveLength(1);
      // Whoever came too early may come again, and is told by line.
      const again = await both(files);
      expect(again.map(({ status }) => status)).toContain('fulfilled');
      expect(await stored()).toHaveLength(1);
    },
  );

  it('one that was silent for a minute stops when another has taken over, and leaves nothing', async () => {
    const leases = (await database()).collection<{ _id: string }>('leases');
    const taking = new Progress({ write: () => true });
    taking.begin = async () => {
      await leases.updateOne({ _id: 'screenings' }, { $set: { until: new Date() } });
      expect(await acquireLease('screenings')).not.toBeNull();
    };
    const file = await tableOf(HEADER, 'up,grand,2026-11-27,18:00,11');
    const run = runImport((given) => importScreenings(file, given), { progress: taking });
    await expect(run).rejects.toThrow(/^This import was silent for a minute and another one took over/);
    expect(await stored()).toEqual([]);
    await leases.deleteOne({ _id: 'screenings' });
  });
});

describe('a title that names several films', () => {
  const keeper = { ...up, title: 'The Lighthouse Keeper', year: 2019 };
  const ofVale = { ...keeper, slug: 'the-lighthouse-keeper-2019' };
  const ofBrandt = { ...keeper, slug: 'the-lighthouse-keeper-2019-tomas-brandt' };
  const older = { ...keeper, slug: 'the-lighthouse-keeper-1952', year: 1952 };
  const accented = { ...up, slug: 'amelie', title: 'Amélie', year: 2001 };
  const plain = { ...up, slug: 'film-of-the-week', title: 'AMELIE', year: 2001 };
  const thing = { ...up, slug: 'the-thing', title: 'The Thing', year: 1982 };
  const things = { ...up, slug: 'thing-1982', title: 'Thing', year: 1982 };

  it.each([
    ['with its year', 'The Lighthouse Keeper (2019)', [ofVale, ofBrandt, older], [ofVale, ofBrandt]],
    ['with its article behind', '"Lighthouse Keeper, The (2019)"', [ofVale, ofBrandt], [ofVale, ofBrandt]],
    ['without a year', 'the lighthouse keeper', [ofVale, older], [older, ofVale]],
    ['but for accents and case', 'Amelie (2001)', [accented, plain], [accented, plain]],
    ['but for accents, as one of them has it', 'Amélie', [accented, plain], [accented, plain]],
    ['but for an article', 'Thing (1982)', [thing, things], [thing, things]],
    ['but for an article, as one of them has it', 'The Thing', [thing, things], [thing, things]],
  ])('is refused with the addresses of all: %s', async (_, cell, films, named) => {
    await ensureFilms(films);
    const file = await tableOf(HEADER, `${cell},Cellar,2027-08-01,14:00,8.00`);
    const { counts, printed } = await runImport((run) => importScreenings(file, run));
    expect(counts).toEqual({ screenings: [1, 0, 0, 0, 1] });
    expect(printed).toEqual([
      `table.csv:2: refused, its title names several films: use one of ${named.map(({ slug }) => slug).join(', ')}`,
    ]);
    expect(await stored()).toEqual([]);
  });

  it('is refused with its year in a column of its own, and an address is taken', async () => {
    await ensureFilms([ofVale, ofBrandt]);
    const file = await tableOf(
      'film,year,auditorium,date,time,full',
      'The Lighthouse Keeper,2019,Cellar,2027-08-03,14:00,8.00',
      'the-lighthouse-keeper-2019-tomas-brandt,,Cellar,2027-08-04,14:00,8.00',
    );
    const { printed } = await runImport((run) => importScreenings(file, run));
    expect(printed).toEqual([
      `table.csv:2: refused, its title names several films: use one of ${ofVale.slug}, ${ofBrandt.slug}`,
    ]);
    expect((await stored()).map(([film]) => film)).toEqual([ofBrandt.slug]);
  });

  it('is taken by an address, by an address beside the title, and by the year that only one has', async () => {
    await ensureFilms([ofVale, ofBrandt, older]);
    const file = await tableOf(
      'title,slug,auditorium,date,time,full',
      'The Lighthouse Keeper,the-lighthouse-keeper-2019-tomas-brandt,Cellar,2027-08-01,14:00,8.00',
      'The Lighthouse Keeper (1952),,Cellar,2027-08-02,14:00,8.00',
      'The Lighthouse Keeper (1952),no-such-film,Cellar,2027-08-03,14:00,8.00',
    );
    const { printed } = await runImport((run) => importScreenings(file, run));
    expect(printed).toEqual([
      'table.csv:4: refused, its film is not here: no film has the address “no-such-film”',
    ]);
    expect((await stored()).map(([film]) => film)).toEqual([ofBrandt.slug, older.slug]);
  });

  it('and one whose address says nothing of its title is found by its title', async () => {
    await ensureFilms([plain]);
    const file = await tableOf(HEADER, 'Amélie (2001),Cellar,2027-08-01,14:00,8.00');
    await runImport((run) => importScreenings(file, run));
    expect((await stored()).map(([film]) => film)).toEqual(['film-of-the-week']);
  });
});

describe('prices', () => {
  async function pricesOf(header: string, ...lines: string[]) {
    const file = await tableOf(`film,auditorium,date,time,${header}`, ...lines);
    const ran = await runImport((run) => importScreenings(file, run));
    const list = await listScreeningsBetween(new Date('2027-01-01Z'), new Date('2028-01-01Z'));
    const prices = list.map(({ screening: one }) =>
      one.prices.map(({ kind, price }) => [kind, price.amountMinor]),
    );
    return { ...ran, prices };
  }

  it('are read from columns with other names', async () => {
    const { counts, prices } = await pricesOf('Adults,Concession', 'up,Cellar,2027-08-05,14:00,11.00,8.00');
    expect(counts).toEqual({ screenings: [1, 1, 0, 0, 0] });
    expect(prices).toEqual([
      [
        ['full', 1100],
        ['concession', 800],
      ],
    ]);
  });

  it('may be one for all, or free', async () => {
    const { prices } = await pricesOf(
      'price',
      'up,Cellar,2027-08-08,14:00,11',
      'up,Cellar,2027-08-09,14:00,€ 9.50',
      'up,Cellar,2027-08-10,14:00,Free',
      'up,Cellar,2027-08-11,14:00,free of charge',
    );
    expect(prices).toEqual([[['full', 1100]], [['full', 950]], [['full', 0]], [['full', 0]]]);
  });

  it.each([
    ['full,Gala price', '11.00,25.00', 'a price in a column that is not known: “Gala price”'],
    ['Adults,Concession', 'eleven,8.00', 'its prices cannot be read: “eleven”'],
    ['full,full', '11.00,8.00', 'two prices for full: “full” and “full (2)”'],
  ])('are never taken in part: %s with %s', async (header, cells, refusal) => {
    const { counts, printed, prices } = await pricesOf(header, `up,Cellar,2027-08-06,14:00,${cells}`);
    expect([counts, prices]).toEqual([{ screenings: [1, 0, 0, 0, 1] }, []]);
    expect(printed.join(' ')).toContain(refusal);
  });

  it('are not seen in a column about something else', async () => {
    const { counts } = await pricesOf(
      'full,Ticket link,Entry from',
      'up,Cellar,2027-08-06,14:00,8,https://a.example,side door',
    );
    expect(counts).toEqual({ screenings: [1, 1, 0, 0, 0] });
  });
});
