import { expect, it } from 'vitest';
import { nearestFilms } from './similar';

const film = (slug: string, year: number, directors: string[], genres: string[]) => ({
  slug,
  year,
  directors,
  genres,
});
const fargo = film('fargo', 1996, ['Joel Coen', 'Ethan Coen'], ['Crime', 'Drama']);
const tab = [
  fargo,
  film('blood-simple', 1984, ['Joel Coen'], ['Crime', 'Drama']),
  film('raising-arizona', 1987, ['JOEL COEN', 'Ethan Coen'], ['Comedy']),
  film('heat', 1995, ['Michael Mann'], ['Crime', 'Drama']),
  film('zodiac', 2007, ['David Fincher'], ['crime', 'Drama', 'Mystery']),
  film('up', 2009, ['Pete Docter'], ['Adventure']),
];
const near = (current: string[], count = 9) =>
  nearestFilms(fargo, tab, new Set(current), count).map(({ slug }) => slug);

it('similar films: puts directors first, then genres in common, and leaves out the film itself and what shares nothing', () => {
  expect(near([])).toEqual(['blood-simple', 'heat', 'raising-arizona', 'zodiac']);
});

it('similar films: prefers what is on, but not to what shares nothing', () => {
  expect(near(['zodiac', 'up'])).toEqual(['blood-simple', 'zodiac', 'heat', 'raising-arizona']);
});

it('similar films: gives as many as are wanted, each once', () => {
  expect(nearestFilms(fargo, [...tab, ...tab], new Set(), 2)).toHaveLength(2);
});

it('similar films: orders ties by their address', () => {
  const twins = ['b', 'a', 'c'].map((slug) => film(slug, 1990, [], ['Crime']));
  expect(nearestFilms(fargo, twins, new Set(), 3).map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
});
