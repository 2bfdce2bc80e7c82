import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brazil, cellar, grand, screening, up } from '../../e2e/fixtures/programme-data';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureAuditoriums } from '../screenings/auditoriums';
import { ensureScreenings } from '../screenings/screenings';
import { type FilmListTab, findFilmList } from './film-lists';
import { ensureFilms } from './films';
import { findPerson } from './people';
import { findAuditoriumSnapshot } from './programme';
import type { Film } from './schema';
import { findSimilarFilms } from './similar';

const TODAY = '2026-11-20';
const film = (slug: string, facts: Partial<Film> = {}): Film => ({ ...up, slug, title: slug, ...facts });

beforeAll(useTestDatabase);
beforeEach(async () => {
  await emptyCollections('films', 'auditoriums', 'screenings', 'runs');
  await ensureAuditoriums([grand, cellar]);
});

/** Runs `work`, which may ask this many times, each by an index. */
async function expectCost(queries: string[], work: () => Promise<unknown>): Promise<void> {
  const commands = await recordCommands(work);
  expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual(queries);
  for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
}

describe('findFilmList', () => {
  const slugs = async (tab: FilmListTab, page = 1) =>
    (await findFilmList(tab, page, TODAY)).films.map(({ film: { slug } }) => slug);

  it('shelves films by their screenings, by the clock of the cinema', async () => {
    await ensureFilms(['a', 'b', 'c', 'd', 'e', 'never'].map((slug) => film(slug)));
    await ensureScreenings([
      screening(film('a'), grand, '2026-11-26T23:59:00Z'),
      screening(film('b'), grand, '2026-11-20T00:00:00Z'),
      screening(film('b'), cellar, '2026-12-20T18:00:00Z'),
      screening(film('c'), cellar, '2026-11-27T00:00:00Z'),
      screening(film('d'), grand, '2026-11-19T23:59:00Z'),
      screening(film('e'), cellar, '2026-11-19T20:00:00Z'),
      screening(film('e'), cellar, '2026-10-01T20:00:00Z'),
    ]);
    expect(await slugs('current')).toEqual(['b', 'a']);
    expect(await slugs('coming')).toEqual(['c']);
    expect(await slugs('past')).toEqual(['d', 'e']);
    expect(await slugs('all')).toEqual(['a', 'b', 'c', 'd', 'e', 'never']);
    const { counts, films } = await findFilmList('past', 1, TODAY);
    expect(counts).toEqual({ current: 2, coming: 1, past: 2, all: 6 });
    expect(films[1]).toMatchObject({ starts: [], lastStart: '2026-11-19T20:00:00.000Z' });
    const [first] = (await findFilmList('current', 1, TODAY)).films;
    expect(first?.starts).toEqual(['2026-11-20T00:00:00.000Z', '2026-12-20T18:00:00.000Z']);
  });

  it('has pages of 24 in which no film is doubled or lost, whatever stands at the same time', async () => {
    const many = Array.from({ length: 50 }, (_, index) => film(`film-${String(index).padStart(2, '0')}`));
    await ensureFilms(many);
    await ensureScreenings(
      many.flatMap((one, index) => [
        screening(
          one,
          index % 2 ? grand : cellar,
          new Date(Date.UTC(2026, 9, 1 + (index >> 1), 20)).toISOString(),
        ),
      ]),
    );
    const pages = [await slugs('past'), await slugs('past', 2), await slugs('past', 3)];
    expect(pages.map((page) => page.length)).toEqual([24, 24, 2]);
    expect(new Set(pages.flat()).size).toBe(50);
    expect(pages[0]?.slice(0, 4)).toEqual(['film-48', 'film-49', 'film-46', 'film-47']);
    expect(await findFilmList('past', 99, TODAY)).toMatchObject({ page: 3, pageCount: 3 });
    expect(await findFilmList('coming', 2, TODAY)).toMatchObject({ page: 1, pageCount: 1, films: [] });
  });

  it.each([
    ['current', ['aggregate films', 'aggregate runs', 'find films', 'find screenings']],
    ['past', ['aggregate films', 'aggregate runs', 'find films', 'find runs', 'find screenings']],
    ['all', ['aggregate films', 'aggregate runs', 'find films', 'find screenings']],
  ] as const)('of %s takes %j, each by an index', async (tab, queries) => {
    await ensureFilms([up, brazil]);
    await ensureScreenings([
      screening(up, grand, '2026-11-21T18:00:00Z'),
      screening(brazil, grand, '2026-11-10T18:00:00Z'),
    ]);
    await expectCost([...queries], () => findFilmList(tab, 1, TODAY));
  });
});

describe('findPerson', () => {
  it('finds what somebody directed and played in, however the name is spelt', async () => {
    await ensureFilms([
      film('old', { year: 1990, directors: ['Agnes Varda'], cast: [] }),
      film('new', { year: 2017, directors: ['AGNÈS VARDA', 'JR'], cast: ['Agnès Varda', 'JR'] }),
      film('newer', { year: 2019, directors: ['Agnès Varda'], cast: [] }),
      brazil,
    ]);
    await ensureScreenings([screening(film('old'), grand, '2026-11-21T18:00:00Z')]);
    const varda = await findPerson('agnes-varda', TODAY);
    expect(varda?.name).toBe('Agnès Varda');
    expect(varda?.directed.map(({ film: { slug } }) => slug)).toEqual(['newer', 'new', 'old']);
    expect(varda?.played.map(({ film: { slug } }) => slug)).toEqual(['new']);
    expect(varda?.directed[2]?.starts).toEqual(['2026-11-21T18:00:00.000Z']);
    expect(await findPerson('jonathan-pryce', TODAY)).toMatchObject({ name: 'Jonathan Pryce', directed: [] });
    expect(await findPerson('nobody', TODAY)).toBeNull();
  });

  it('takes two queries, each by an index', async () => {
    await ensureFilms([up, brazil]);
    await expectCost(['find films', 'find screenings'], () => findPerson('pete-docter', TODAY));
  });
});

describe('findSimilarFilms', () => {
  it('finds by director and genre, what is on first, and not the film itself', async () => {
    await ensureFilms([
      up,
      film('same-director', { genres: ['Drama'] }),
      film('same-genre', { directors: ['Somebody'] }),
      film('same-genre-on', { directors: ['Somebody'], year: 1950 }),
      film('another', { directors: ['Somebody'], genres: ['Drama'] }),
    ]);
    await ensureScreenings([screening(film('same-genre-on'), grand, '2026-11-21T18:00:00Z')]);
    const similar = await findSimilarFilms(up, TODAY);
    expect(similar.map(({ film: { slug } }) => slug)).toEqual([
      'same-genre-on',
      'same-director',
      'same-genre',
    ]);
    expect(similar[0]?.starts).toEqual(['2026-11-21T18:00:00.000Z']);
  });

  it('takes four queries, each by an index', async () => {
    await ensureFilms([up, brazil]);
    await ensureScreenings([screening(brazil, grand, '2026-11-21T18:00:00Z')]);
    const queries = ['find films', 'find films', 'find films', 'find screenings'];
    await expectCost(queries, () => findSimilarFilms(up, TODAY));
  });
});

describe('findAuditoriumSnapshot', () => {
  it('has the auditorium and its seven days', async () => {
    await ensureFilms([up, brazil]);
    await ensureScreenings([
      screening(up, grand, '2026-11-19T20:00:00Z'),
      screening(up, grand, '2026-11-20T20:00:00Z'),
      screening(brazil, cellar, '2026-11-20T20:00:00Z'),
      screening(up, grand, '2026-11-27T00:00:00Z'),
    ]);
    const snapshot = await findAuditoriumSnapshot('grand', TODAY);
    expect(snapshot?.auditorium).toEqual(grand);
    expect(snapshot?.screenings.map(({ screening: { startsAt } }) => startsAt)).toEqual([
      '2026-11-20T20:00:00.000Z',
    ]);
    expect(snapshot?.films).toEqual([up]);
    expect(await findAuditoriumSnapshot('attic', TODAY)).toBeNull();
  });

  it('takes four queries, each by an index', async () => {
    await ensureFilms([up]);
    await ensureScreenings([screening(up, grand, '2026-11-20T20:00:00Z')]);
    const queries = ['aggregate seats', 'find auditoriums', 'find films', 'find screenings'];
    await expectCost(queries, () => findAuditoriumSnapshot('grand', TODAY));
  });
});
