import { expect, it } from 'vitest';
import { setCreditLine } from './credit-line';

const film = { title: 'A film', year: 1999, runtimeMinutes: 136, genres: [] };

it('sets the director left and the facts right when both fit', () => {
  expect(setCreditLine({ ...film, director: 'Sofia Coppola', country: 'Japan' }, 348)).toEqual({
    director: 'Sofia Coppola',
    facts: 'Japan, 1999, 136 min',
  });
});

it('leaves the country out before it lets the two ends collide', () => {
  expect(
    setCreditLine({ ...film, director: 'Florian Henckel von Donnersmarck', country: 'Germany' }, 348),
  ).toEqual({
    director: 'Florian Henckel von Donnersmarck',
    facts: '1999, 136 min',
  });
});

it('shortens first names to initials when two directors do not fit', () => {
  expect(setCreditLine({ ...film, director: 'Jean-Pierre Dardenne & Luc Dardenne the Elder' }, 348)).toEqual({
    director: 'J. Dardenne & L. Dardenne the Elder',
    facts: '1999, 136 min',
  });
});

it('names the first of many directors', () => {
  expect(
    setCreditLine(
      { ...film, director: 'Anna Maria Longname, Bertrand Longername, Charlotte Longestname' },
      348,
    ),
  ).toEqual({ director: 'Anna Maria Longname and others', facts: '1999, 136 min' });
});

it('says what it has and no more', () => {
  expect(setCreditLine({ title: 'A film', year: 1999, genres: [] }, 348)).toEqual({
    director: '',
    facts: '1999',
  });
});
