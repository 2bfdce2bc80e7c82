import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import variety from './fixtures/variety-digests.json';
import { contrast, listPalettes } from './drawing/palettes';
import { planPoster, posterSvg, setCreditLine } from './poster-svg';

const fargo = {
  title: 'Fargo',
  year: 1996,
  director: 'Joel Coen',
  runtimeMinutes: 87,
  genres: ['Comedy', 'Crime'],
};
const leMillion = {
  slug: 'le-million-1931',
  title: 'Le Million',
  year: 1931,
  director: 'René Clair',
  runtimeMinutes: 83,
  genres: ['Comedy'],
  country: 'France',
};
const tokyoStory = {
  slug: 'tokyo-monogatari-1953',
  title: '東京物語',
  year: 1953,
  director: 'Yasujirō Ozu',
  runtimeMinutes: 136,
  genres: ['Drama'],
  country: 'Japan',
};

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}.svg`, import.meta.url), 'utf8').trim();

describe('a poster equals the reference', () => {
  it.each([
    ['fargo-1996', fargo],
    ['le-million-1931', leMillion],
    ['tokyo-1953', tokyoStory],
  ])('to the byte: %s', (name, film) => {
    expect(posterSvg(film)).toBe(fixture(name));
  });

  it('for every composition in every decade, in Latin, Greek and Japanese', () => {
    expect(variety).toHaveLength(72);
    const different = variety.filter(
      ({ film, sha256 }) => createHash('sha256').update(posterSvg(film)).digest('hex') !== sha256,
    );
    expect(different).toEqual([]);
  });
});

describe('a poster', () => {
  it('is safe to inline whatever the title says', () => {
    const svg = posterSvg({ ...fargo, title: `<script>alert("1")</script> & 'co'` });
    expect(svg).not.toMatch(/<script/i);
    expect(svg).toContain(
      'aria-label="Poster: &#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;co&#39;, 1996"',
    );
  });

  it('is drawn from little: no genre, no director, no length', () => {
    const svg = posterSvg({ title: 'M', year: 1931, genres: [] });
    expect(svg).toContain('>1931</text>');
    expect(svg).not.toMatch(/undefined|null|NaN|Infinity/);
  });

  it.each(['Musical', 'Comedy', 'Horror', 'Action', 'Drama', 'Science Fiction'])(
    'draws numbers alone for a title without letters: %s',
    (genre) => {
      expect(posterSvg({ title: '...', year: 2020, genres: [genre] })).not.toMatch(/undefined|NaN|Infinity/);
    },
  );

  it('keeps the title legible over every composition', () => {
    const lowest = Math.min(...variety.map(({ film }) => planPoster(film).titleContrast));
    expect(lowest).toBeGreaterThanOrEqual(4.5);
  });

  it('has no palette whose ink is hard to read on its ground', () => {
    const faint = listPalettes().filter(({ ink, ground }) => contrast(ink, ground) < 4.5);
    expect(faint).toEqual([]);
    expect(listPalettes()).toHaveLength(35);
  });
});

const film = { title: 'A film', year: 1999, runtimeMinutes: 136, genres: [] };

it('a poster sets the director left and the facts right when both fit', () => {
  expect(setCreditLine({ ...film, director: 'Sofia Coppola', country: 'Japan' }, 348)).toEqual({
    director: 'Sofia Coppola',
    facts: 'Japan, 1999, 136 min',
  });
});

it('a poster leaves the country out before it lets the two ends collide', () => {
  expect(
    setCreditLine({ ...film, director: 'Florian Henckel von Donnersmarck', country: 'Germany' }, 348),
  ).toEqual({
    director: 'Florian Henckel von Donnersmarck',
    facts: '1999, 136 min',
  });
});

it('a poster shortens first names to initials when two directors do not fit', () => {
  expect(setCreditLine({ ...film, director: 'Jean-Pierre Dardenne & Luc Dardenne the Elder' }, 348)).toEqual({
    director: 'J. Dardenne & L. Dardenne the Elder',
    facts: '1999, 136 min',
  });
});

it('a poster names the first of many directors', () => {
  expect(
    setCreditLine(
      { ...film, director: 'Anna Maria Longname, Bertrand Longername, Charlotte Longestname' },
      348,
    ),
  ).toEqual({ director: 'Anna Maria Longname and others', facts: '1999, 136 min' });
});

it('a poster says what it has and no more', () => {
  expect(setCreditLine({ title: 'A film', year: 1999, genres: [] }, 348)).toEqual({
    director: '',
    facts: '1999',
  });
});
