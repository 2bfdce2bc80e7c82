import { films, toFilm } from './films';
import { normalizeForSearch, queryTerms } from './search-terms';
import type { Film } from './schema';

/** Articles of the languages that titles come in most: tables sort them to the end, and people leave them out. */
const ARTICLE = 'the|a|an|le|la|les|l|der|die|das|el|los|las|il|lo|gli';
const FIRST = new RegExp(`^(?:${ARTICLE}) (?=.)`);
const LAST = new RegExp(`^(.+),\\s*(?:${ARTICLE})['’]?$`, 'iu');

/**
 * What titles have in common that people take for the same: `The Shining`, `shining`, `Shining, The`. Case, accents,
 * punctuation and an article do not count. A title without a letter or digit stands for itself.
 */
export function titleKey(title: string): string {
  const words = title.trim().replace(LAST, '$1');
  return normalizeForSearch(words).replace(FIRST, '') || words;
}

/** The films of these titles, by `titleKey`, each list in the order of addresses. One query. */
export async function findFilmsByTitle(titles: readonly string[]): Promise<Map<string, Film[]>> {
  const keys = new Set(titles.map(titleKey));
  const found = new Map([...keys].map((key): [string, Film[]] => [key, []]));
  if (keys.size === 0) return found;
  const filters = [...keys].map((key) => {
    const terms = queryTerms(key);
    return terms.length > 0 ? { titleWords: { $all: terms } } : { title: key };
  });
  const documents = await (await films()).find({ $or: filters }).sort({ _id: 1 }).toArray();
  for (const film of documents.map(toFilm)) found.get(titleKey(film.title))?.push(film);
  return found;
}
