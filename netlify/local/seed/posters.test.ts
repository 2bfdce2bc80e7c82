import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import digests from '../../../lib/posters/fixtures/film-facts-digests.json';
import { posterSvg } from '../../../lib/posters/poster-svg';
import type { PosterFilm } from '../../../lib/posters/drawing/composition';
import { readData } from './read-data';

const filmFacts = await readData('film-facts.ndjson', (film) => film as unknown as PosterFilm);

it('the seed draws the posters of all 300 films exactly as the reference does', () => {
  const drawn = filmFacts.map((film) => [
    `${film.title}, ${film.year}`,
    createHash('sha256').update(posterSvg(film)).digest('hex'),
  ]);
  expect(drawn).toHaveLength(300);
  expect(Object.fromEntries(drawn)).toEqual(digests);
});
