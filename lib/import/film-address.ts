import type { Film } from '../films/schema';
import { type FilmFacts, isSameFilm } from './film-facts';
import { slugChoices, slugOf } from './film-slug';
import { RowError } from './row-error';

/** All addresses under which a film may stand already; `key` is what is known of it alone. */
export function possibleSlugs(facts: FilmFacts, key: string): string[] {
  const choices = slugChoices({ ...facts, directors: facts.directors ?? [], key });
  // Films that the cinema wrote itself may be named by their title alone.
  const plain = slugOf(facts.title);
  return plain !== '' && plain.length <= SLUG_MAX_LENGTH ? [plain, ...choices] : choices;
}

const SLUG_MAX_LENGTH = 120;

/**
 * The address of a film: the one that it has, else the first free one of title and year.
 * @param stored the films that stand at its possible addresses
 * @param isTaken whether another film of the same source has an address
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
