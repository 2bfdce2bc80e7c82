import { describe, expect, it } from 'vitest';
import { noFilters, type ProgrammeFilters } from '@/lib/films/filter-choices';
import {
  filterCount,
  programmeHref,
  type ProgrammeChoice,
  parseSearchParams,
  withoutFilters,
  withToggled,
} from './search-params';

const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
const offered: ProgrammeFilters = {
  genre: ['comedy', 'science-fiction'],
  format: ['35-mm', 'digital'],
  room: ['cellar', 'grand'],
  access: ['subtitles', 'described', 'relaxed', 'wheelchair'],
};

describe('parseSearchParams', () => {
  it.each([
    ['nothing', {}, { date: '2026-11-20', by: 'day' }],
    ['a day of the programme', { date: '2026-11-22' }, { date: '2026-11-22', by: 'day' }],
    ['a day that is over', { date: '2026-11-19' }, { date: '2026-11-20', by: 'day' }],
    ['no day at all', { date: '"><script>' }, { date: '2026-11-20', by: 'day' }],
    ['a day twice', { date: ['2026-11-21', '2026-11-22'] }, { date: '2026-11-20', by: 'day' }],
    ['the order by film', { by: 'film', date: '2026-11-21' }, { date: '2026-11-21', by: 'film' }],
    ['another order', { by: 'price' }, { date: '2026-11-20', by: 'day' }],
  ])('%s', (_, query, choice) => {
    expect(parseSearchParams(query, days, offered)).toEqual({ ...choice, filters: noFilters });
  });

  it.each([
    ['one', { genre: 'comedy' }, { genre: ['comedy'] }],
    [
      'several, in the order in which they are offered',
      { genre: ['science-fiction', 'comedy'], room: 'grand' },
      { genre: ['comedy', 'science-fiction'], room: ['grand'] },
    ],
    ['one twice', { format: ['35-mm', '35-mm'] }, { format: ['35-mm'] }],
    [
      'kinds of access',
      { wheelchair: 'yes', subtitles: ['no', 'yes'] },
      { access: ['subtitles', 'wheelchair'] },
    ],
    [
      'what the programme does not offer',
      { genre: ['western', 'comedy'], format: '' },
      { genre: ['comedy'] },
    ],
    ['what is no filter', { access: 'wheelchair', described: '1', __proto__: 'x', toString: 'yes' }, {}],
  ])('filters: %s', (_, query, filters) => {
    const choice = parseSearchParams(query as Record<string, string>, days, offered);
    expect(choice.filters).toEqual({ ...noFilters, ...filters });
  });
});

describe('programmeHref', () => {
  it.each([
    [{ date: '2026-11-20', by: 'day' as const }, '/'],
    [{ date: '2026-11-21', by: 'day' as const }, '/programme?date=2026-11-21'],
    [{ date: '2026-11-20', by: 'film' as const }, '/programme?by=film'],
    [{ date: '2026-11-21', by: 'film' as const }, '/programme?date=2026-11-21&by=film'],
  ])('of %o is %s', (choice, address) => {
    expect(programmeHref({ ...choice, filters: noFilters }, '2026-11-20')).toBe(address);
  });

  it('is read as it was written', () => {
    const filters = { ...noFilters, genre: ['comedy', 'science-fiction'], access: ['relaxed'] };
    const choice: ProgrammeChoice = { date: '2026-11-21', by: 'film', filters };
    const address = programmeHref(choice, '2026-11-20');
    expect(address).toBe('/programme?date=2026-11-21&by=film&genre=comedy&genre=science-fiction&relaxed=yes');
    const query = { date: '2026-11-21', by: 'film', genre: ['comedy', 'science-fiction'], relaxed: 'yes' };
    expect(parseSearchParams(query, days, offered)).toEqual(choice);
  });
});

it('a filter is added, taken back, and all are taken back', () => {
  const choice: ProgrammeChoice = { date: '2026-11-21', by: 'film', filters: noFilters };
  const two = withToggled(withToggled(choice, 'genre', 'comedy'), 'access', 'relaxed');
  expect([filterCount(choice), filterCount(two)]).toEqual([0, 2]);
  expect(withToggled(two, 'genre', 'comedy').filters).toEqual({ ...noFilters, access: ['relaxed'] });
  expect(withoutFilters(two)).toEqual(choice);
});
