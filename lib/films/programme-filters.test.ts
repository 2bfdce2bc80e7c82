import { describe, expect, it } from 'vitest';
import { brazil, up } from '../../e2e/fixtures/programme-data';
import type { Screening } from '../screenings/schema';
import type { ScreeningWithFilmId } from '../screenings/screenings';
import { noFilters, type ProgrammeFilters } from './filter-choices';
import { toProgramme } from './programme';
import { filterProgramme, listFilterOptions, availableFilters } from './programme-filters';

const now = new Date('2026-11-20T17:30:00Z');
const week = ['2026-11-20', '2026-11-21'];

function showing(
  filmId: string,
  id: string,
  startsAt: string,
  rest: Partial<Screening> = {},
): ScreeningWithFilmId {
  return {
    filmId,
    screening: {
      id,
      startsAt: `2026-11-${startsAt}:00.000Z`,
      endsAt: `2026-11-${startsAt}:00.000Z`,
      auditorium: { id: 'grand', name: 'Grand' },
      format: 'digital',
      subtitles: null,
      features: [],
      prices: [],
      ...rest,
    },
  };
}

const cellar = { id: 'cellar', name: 'Cellar' };
const snapshot = {
  today: '2026-11-20',
  films: [{ ...up, genres: ['Adventure', 'Comedy'] }, brazil],
  screenings: [
    showing('up', 'begun', '20T15:00', { format: '35 mm' }),
    showing('up', 'evening', '20T18:00', { features: ['subtitled', 'wheelchair'] }),
    showing('brazil', 'cellar', '20T20:00', { auditorium: cellar, features: ['subtitled'] }),
    showing('brazil', 'print', '21T20:00', { auditorium: cellar, format: '35 mm' }),
    showing('up', 'later', '28T20:00', { features: ['relaxed'] }),
  ],
};

const filters = (chosen: Partial<ProgrammeFilters>): ProgrammeFilters => ({ ...noFilters, ...chosen });
const left = (chosen: Partial<ProgrammeFilters>) =>
  filterProgramme(snapshot, filters(chosen)).screenings.map(({ screening: { id } }) => id);
const counts = (chosen: Partial<ProgrammeFilters>) =>
  Object.fromEntries(
    Object.values(listFilterOptions(snapshot, filters(chosen), week, now))
      .flat()
      .map(({ value, count }) => [value, count]),
  );

describe('filterProgramme', () => {
  it.each<[string, Partial<ProgrammeFilters>, string[]]>([
    ['nothing: all', {}, ['begun', 'evening', 'cellar', 'print', 'later']],
    ['a genre', { genre: ['science-fiction'] }, ['cellar', 'print']],
    [
      'one genre or another',
      { genre: ['science-fiction', 'comedy'] },
      ['begun', 'evening', 'cellar', 'print', 'later'],
    ],
    ['a format', { format: ['35-mm'] }, ['begun', 'print']],
    ['two groups', { format: ['35-mm'], room: ['cellar'] }, ['print']],
    ['one kind of access', { access: ['subtitles'] }, ['evening', 'cellar']],
    ['two kinds of access, both', { access: ['subtitles', 'wheelchair'] }, ['evening']],
    ['what nothing is', { genre: ['western'] }, []],
  ])('%s', (_, chosen, ids) => {
    expect(left(chosen)).toEqual(ids);
  });

  it('lets a film of which only begun screenings are left come apart', () => {
    const [today] = toProgramme(filterProgramme(snapshot, filters({ format: ['35-mm'] })), now).days;
    expect(today?.films).toEqual([]);
    expect(today?.started.map(({ film: { slug } }) => slug)).toEqual(['up']);
    expect(today?.screeningCount).toBe(1);
  });
});

describe('listFilterOptions', () => {
  it('offers what the programme has, named as people say it', () => {
    const { genre, format, room, access } = listFilterOptions(snapshot, noFilters, week, now);
    expect(genre.map(({ label }) => label)).toEqual(['Adventure', 'Comedy', 'Science fiction']);
    expect(format.map(({ label }) => label)).toEqual(['35 mm', 'Digital']);
    expect(room.map(({ value, label }) => [value, label])).toEqual([
      ['cellar', 'Cellar'],
      ['grand', 'Grand'],
    ]);
    expect(access.map(({ label }) => label)).toEqual([
      'Subtitled',
      'Audio described',
      'Relaxed',
      'Wheelchair place',
    ]);
  });

  it('counts what is to come on the chosen days, and says none', () => {
    expect(counts({})).toEqual({
      adventure: 1,
      comedy: 1,
      'science-fiction': 2,
      '35-mm': 1,
      digital: 2,
      cellar: 2,
      grand: 1,
      subtitles: 2,
      described: 0,
      relaxed: 0,
      wheelchair: 1,
    });
  });

  it('counts beside the other groups; within access beside all', () => {
    expect(counts({ genre: ['science-fiction'] })).toMatchObject({
      adventure: 1,
      'science-fiction': 2,
      cellar: 2,
      grand: 0,
      subtitles: 1,
      wheelchair: 0,
    });
    expect(counts({ access: ['wheelchair'] })).toMatchObject({ subtitles: 1, wheelchair: 1, cellar: 0 });
  });

  it('each count is what the choice leaves', () => {
    const ahead = (chosen: Partial<ProgrammeFilters>) =>
      filterProgramme(snapshot, filters(chosen)).screenings.filter(
        ({ screening: { startsAt } }) => startsAt > now.toISOString() && startsAt < '2026-11-22',
      ).length;
    const given = counts({ room: ['cellar'] });
    for (const format of ['35-mm', 'digital']) {
      expect(given[format]).toBe(ahead({ room: ['cellar'], format: [format] }));
    }
    for (const access of ['subtitles', 'relaxed']) {
      expect(given[access]).toBe(ahead({ room: ['cellar'], access: [access] }));
    }
  });
});

it('an address may ask for what is on later than the chosen days', () => {
  expect(availableFilters({ ...snapshot, screenings: snapshot.screenings.slice(-1) })).toEqual({
    genre: ['adventure', 'comedy'],
    format: ['digital'],
    room: ['grand'],
    access: ['subtitles', 'described', 'relaxed', 'wheelchair'],
  });
});
