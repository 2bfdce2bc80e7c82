import { createHash } from 'node:crypto';
import { personSlug } from '../films/person-slug';
import type { Film } from '../films/schema';
import { RowError } from './errors';
import { type FilmFacts, isSameFilm } from './film-facts';

const SLUG_MAX_LENGTH = 120;

/** Small letters, digits and single hyphens; empty for a text without a Latin letter or digit. */
export function slugOf(text: string): string {
  // A fraction would run into the number before it: 8½ is 8-1-2, not 81-2.
  return personSlug(text.replaceAll('&', ' and ').replace(/\p{No}/gu, ' $& '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The slugs that a film may get, best first: title and year, then with the director, then with `key`, which
 * identifies it in its source. Always the same list for the same film.
 */
export function slugChoices(film: {
  title: string;
  year: number;
  directors: readonly string[];
  key: string;
}): string[] {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
  // A title in letters that have no Latin spelling here still gets an address, and always the same one. It is not made of
  // what is left of such a title either: `93歳の冬` and many others would be `93`.
  const title = isHardlyLatin(film.title) ? `film-${digest(film.title)}` : slugOf(film.title);
  const director = slugOf(film.directors[0] ?? '');
  const endings = [
    `${film.year}`,
    ...(director ? [`${film.year}-${director}`] : []),
    `${film.year}-${digest(film.key)}`,
  ];
  return endings.map((ending) => `${cut(title, SLUG_MAX_LENGTH - ending.length - 1)}-${ending}`);
}

function isHardlyLatin(title: string): boolean {
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  const latin = title.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return slugOf(title) === '' || latin * 2 < letters;
}

/** Cuts between words, if that leaves something. */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const at = slug.lastIndexOf('-', length);
  return slug.slice(0, at > 0 ? at : length).replace(/-$/, '');
}

/** All slugs that a film may already have; `key` is used if nothing else is known. */
export function possibleSlugs(facts: FilmFacts, key: string): string[] {
  const choices = slugChoices({ ...facts, directors: facts.directors ?? [], key });
  // Films that the cinema wrote itself may be named by their title alone.
  const plain = slugOf(facts.title);
  return plain !== '' && plain.length <= SLUG_MAX_LENGTH ? [plain, ...choices] : choices;
}

/**
 * The slug of a film: the one it has, otherwise the first free one made from title and year.
 *
 * @param stored the films that have its possible slugs
 * @param isTaken whether another film of the same source has a slug
 */
export function chooseSlug(
  facts: FilmFacts,
  key: string,
  stored: ReadonlyMap<string, Film>,
  isTaken: (slug: string) => boolean,
): string {
  const possible = possibleSlugs(facts, key).filter((slug) => !isTaken(slug));
  const own = possible.find((slug) => {
    const film = stored.get(slug);
    return film !== undefined && isSameFilm(film, facts);
  });
  const free = possible.find((slug) => !stored.has(slug) && slug !== slugOf(facts.title));
  const slug = own ?? free;
  if (slug !== undefined) return slug;
  throw new RowError('no address is free', 'give it a slug');
}
