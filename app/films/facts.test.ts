import { expect, it } from 'vitest';
import type { Film } from '@/lib/films/schema';
import { longFacts, formatFilmMeta } from './facts';

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

it('puts the facts of a film in one line', () => {
  expect(formatFilmMeta(film)).toBe('Joel Coen and Ethan Coen, 1996, 98 min, from 16');
  expect(longFacts(film)).toBe('Joel Coen and Ethan Coen, 1996, 98 minutes, from 16');
});

it('names three directors as people would', () => {
  const directors = ['Bob Persichetti', 'Peter Ramsey', 'Rodney Rothman'];
  expect(formatFilmMeta({ ...film, directors })).toBe(
    'Bob Persichetti, Peter Ramsey and Rodney Rothman, 1996, 98 min, from 16',
  );
});

it('says nothing of an age where the house has set none, nor of a director nobody knows', () => {
  expect(formatFilmMeta({ ...film, certificate: null, directors: [] })).toBe('1996, 98 min');
});
