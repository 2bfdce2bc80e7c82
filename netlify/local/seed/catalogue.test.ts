import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { filmSchema } from '../../../lib/films/schema';
import { chooseFamily } from '../../../lib/posters/families';
import { posterSvg } from '../../../lib/posters/poster-svg';
import { runOrder } from './cinema-week';
import { catalogue, filmsWithExtras } from './catalogue';
import { readData } from './read-data';

describe('the catalogue', () => {
  it('has more than sixty films, half of them in other languages than English', () => {
    expect(catalogue.length).toBeGreaterThan(100);
    expect(catalogue.filter(({ languages }) => languages[0] !== 'English').length).toBeGreaterThan(50);
  });

  it('names each film once', () => {
    expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ title, year }) => `${title}, ${year}`)).size).toBe(catalogue.length);
  });

  it.each(catalogue.map((film) => [film.slug, film] as const))(
    '%s is as the site wants a film',
    (_, film) => {
      const { prints, strands, formerSlugs: _former, ...facts } = film;
      expect(filmSchema.parse(facts)).toMatchObject(facts);
      expect(film.synopsis.length).toBeGreaterThanOrEqual(80);
      expect(film.synopsis.length).toBeLessThanOrEqual(600);
      expect(prints.length * strands.length).toBeGreaterThan(0);
      if (film.releaseDate) expect(Number(film.releaseDate.slice(0, 4)) - film.year).toBeLessThanOrEqual(1);
    },
  );

  it('has no two synopses alike', () => {
    const openings = catalogue.map(({ synopsis }) => synopsis.slice(0, 30));
    expect(new Set(openings).size).toBe(catalogue.length);
  });

  it('ends synopses like sentences, in the cinema’s quotation marks', () => {
    const odd = catalogue.filter(({ synopsis }) => !/[.?]$/.test(synopsis) || /['"!]/.test(synopsis));
    expect(odd.map(({ slug }) => slug)).toEqual([]);
  });

  it('credits the two who directed The Matrix by their names', () => {
    const matrix = catalogue.find(({ slug }) => slug === 'the-matrix');
    expect(matrix?.directors).toEqual(['Lana Wachowski', 'Lilly Wachowski']);
  });

  it('agrees with the film facts on the years that it shares with them', async () => {
    const filmFacts = await readData('film-facts.ndjson', ({ title, year }) => [title, year] as const);
    const yearOf = new Map<unknown, unknown>(filmFacts);
    const different = catalogue
      .filter(({ title, year }) => yearOf.has(title) && yearOf.get(title) !== year)
      .map(({ slug }) => slug);
    expect(different).toEqual(['memento']); // Venice in 2000, the United States in 2001
  });

  it('has genres that posters know', () => {
    const drama = chooseFamily([]);
    const unknown = catalogue.filter(
      ({ genres }) => !genres.includes('Drama') && chooseFamily(genres) === drama,
    );
    expect(unknown.map(({ slug }) => slug)).toEqual([]);
  });

  it('has a poster of less than 9 kB for each film', () => {
    const large = catalogue.filter((film) => posterSvg(film).length > 9_000);
    expect(large.map(({ slug }) => slug)).toEqual([]);
  });

  it('has every film that opens on a Friday', () => {
    const slugs = new Set(catalogue.map(({ slug }) => slug));
    expect(runOrder.filter((slug) => !slugs.has(slug))).toEqual([]);
    expect(runOrder).toHaveLength(24);
  });

  it('has what the cinema adds, of its own films alone, with the files that it names', async () => {
    const slugs = catalogue.map(({ slug }) => slug);
    expect(filmsWithExtras.filter((slug) => !slugs.includes(slug))).toEqual([]);
    const added = catalogue.map((film) => filmSchema.parse(film));
    const files = added.flatMap(({ picture, trailer }) => [
      ...(picture ? [`public/pictures/${picture.file}`] : []),
      ...(trailer
        ? [`public/trailers/${trailer}`, `public/trailers/${trailer.replace(/\.\w+$/, '.vtt')}`]
        : []),
    ]);
    expect(files).toHaveLength(3);
    for (const file of files) expect((await stat(file)).isFile(), file).toBe(true);
    const former = catalogue.flatMap(({ formerSlugs }) => formerSlugs ?? []);
    expect(former.filter((slug) => slugs.includes(slug))).toEqual([]);
  });
});
