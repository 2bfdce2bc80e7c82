import { describe, expect, it } from 'vitest';
import type { Film } from '@/lib/films/schema';
import {
  compareNextStart,
  formatFilmMeta,
  formatNextDate,
  isUpcoming,
  formatFilmMetaLong,
} from './film-meta';

const film: Film = {
  slug: 'fargo',
  title: 'Fargo',
  year: 1996,
  releaseDate: '1996-03-08',
  runtimeMinutes: 98,
  directors: ['Joel Coen', 'Ethan Coen'],
  cast: [],
  genres: ['crime'],
  countries: [],
  languages: [],
  certificate: 'from 16',
  synopsis: '',
  contentNotes: [],
  picture: null,
  trailer: null,
};

it('facts of a film: puts the facts of a film in one line', () => {
  expect(formatFilmMeta(film)).toBe('Joel Coen and Ethan Coen, 1996, 98 min, from 16');
  expect(formatFilmMetaLong(film)).toBe('Joel Coen and Ethan Coen, 1996, 98 minutes, from 16');
});

it('facts of a film: names three directors as people would', () => {
  const directors = ['Bob Persichetti', 'Peter Ramsey', 'Rodney Rothman'];
  expect(formatFilmMeta({ ...film, directors })).toBe(
    'Bob Persichetti, Peter Ramsey and Rodney Rothman, 1996, 98 min, from 16',
  );
});

it('facts of a film: says nothing of an age where the cinema has set none, nor of a director nobody knows', () => {
  expect(formatFilmMeta({ ...film, certificate: null, directors: [] })).toBe('1996, 98 min');
});

const now = new Date('2026-11-20T18:30:00Z');
const shown = (starts: string[], lastStart: string | null = null) => ({ starts, lastStart });

describe('formatNextDate', () => {
  it.each([
    [shown(['2026-11-20T17:00:00Z', '2026-11-20T20:45:00Z']), 'Today, 20:45'],
    [shown(['2026-11-21T18:15:00Z']), 'Tomorrow, 18:15'],
    [shown(['2026-12-05T18:15:00Z']), 'Saturday 5 December, 18:15'],
    [shown(['2026-11-20T15:00:00Z', '2026-11-20T18:30:00Z']), 'Today, started at 18:30'],
    [shown([], '2026-07-12T23:30:00Z'), 'Last shown 13 July 2026'],
    [shown([]), 'Not showing at the moment'],
  ])('%j is "%s"', (listed, words) => expect(formatNextDate(listed, now)).toBe(words));
});

it('facts of a film: knows what can still be gone to', () => {
  expect(isUpcoming(shown(['2026-11-20T15:00:00Z', '2026-11-20T18:31:00Z']), now)).toBe(true);
  expect(isUpcoming(shown(['2026-11-20T18:30:00Z']), now)).toBe(false);
});

it('facts of a film: orders films by what can be gone to next, and leaves the rest in its order at the end', () => {
  const over = shown(['2026-11-20T15:00:00Z']);
  const tomorrow = shown(['2026-11-20T11:00:00Z', '2026-11-21T11:00:00Z']);
  const tonight = shown(['2026-11-20T20:45:00Z']);
  const past = shown([], '2026-07-12T20:30:00Z');
  expect(compareNextStart([over, tomorrow, past, tonight], now)).toEqual([tonight, tomorrow, over, past]);
});
