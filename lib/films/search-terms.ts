import type { Film } from './schema';

/**
 * Letters that are no plain letter with a mark, and so survive the removal of marks. Addresses of people are spelt with
 * these (`person-slug.ts`): a further letter would change some of them.
 */
export const letterSpellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const SPELT: Record<string, string> = { ...letterSpellings, ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ς: 'σ' };
const SPELT_LETTERS = new RegExp(`[${Object.keys(SPELT).join('')}]`, 'gu');

/**
 * Normalizes text for searching: no case, accents or punctuation, single spaces between words. Letters of other
 * scripts stay. Idempotent.
 */
export function normalizeForSearch(text: string): string {
  // The case again at last: a letter in a circle is a capital only once it is out of it.
  const plain = withoutCase(withoutCase(text).normalize('NFKD')).normalize('NFKD');
  return (
    plain
      .replace(/\p{M}/gu, '')
      .replace(SPELT_LETTERS, (letter) => SPELT[letter] ?? '')
      // ʼ counts as a letter in Unicode, and as an apostrophe in names.
      .replace(/ʼ/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** There and back, because some letters have two small forms, or become two letters. */
function withoutCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** The normalized words of a text, without duplicates. */
export function searchTokens(text: string): string[] {
  return [...new Set(normalizeForSearch(text).split(' ').filter(Boolean))];
}

type Searched = Pick<Film, 'title' | 'year' | 'directors' | 'cast'>;

/** What is stored of a film beside its facts, so that a search finds it by an index. */
export interface SearchWords {
  /** Of the title, and the year. */
  titleWords: string[];
  /** Of the title, the year, and everybody who is named. */
  searchWords: string[];
}

/** More than a film with a long cast has; a bound, so that no index grows without one. */
const WORDS_MAX = 400;
const LETTERS_MAX = 40;
const QUESTION_WORDS_MAX = 8;

export function searchTermsOf({ title, year, directors, cast }: Searched): SearchWords {
  const titleWords = wordsOf(`${title} ${year}`);
  return { titleWords, searchWords: wordsOf([title, year, ...directors, ...cast].join(' ')) };
}

/** `WALL-E` is found as `wall`, `e` and `walle`, `L.A.` also as `la`: people leave out punctuation inside a word. */
function wordsOf(text: string): string[] {
  const written = text.split(/\s+/u);
  const together = written.map((word) => normalizeForSearch(word).replaceAll(' ', ''));
  const words = new Set([...searchTokens(text), ...together.filter(Boolean)]);
  return [...words].map(cut).slice(0, WORDS_MAX);
}

/** The words of a query, up to the number that is searched, each up to the length that is stored. */
export function queryTerms(question: string): string[] {
  return searchTokens(question).map(cut).slice(0, QUESTION_WORDS_MAX);
}

/** By whole letters: some are two code units. */
function cut(word: string): string {
  return [...word].slice(0, LETTERS_MAX).join('');
}

/** Whether each word of a query is the beginning of one of these. */
export function matchesAll(own: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

/**
 * Ranks a match: 0 if the title begins with the query, 1 if the title contains all words, 2 if it needs people's
 * names.
 */
export function scoreOf(
  { title, titleWords }: Pick<Film, 'title'> & Pick<SearchWords, 'titleWords'>,
  words: readonly string[],
): 0 | 1 | 2 {
  if (!matchesAll(titleWords, words)) return 2;
  const beginning = words.join(' ');
  const folded = normalizeForSearch(title);
  return folded.startsWith(beginning) || folded.replace(/^(the|a|an) /, '').startsWith(beginning) ? 0 : 1;
}

/** Articles of the languages that titles come in most: tables sort them to the end, and people leave them out. */
const ARTICLE = 'the|a|an|le|la|les|l|der|die|das|el|los|las|il|lo|gli';
const FIRST = new RegExp(`^(?:${ARTICLE}) (?=.)`);
const LAST = new RegExp(`^(.+),\\s*(?:${ARTICLE})['’]?$`, 'iu');

/**
 * Normalizes a title so that titles which people consider the same are equal: `The Shining`, `shining`, `Shining,
 * The`. Case, accents, punctuation and articles do not matter. A title without a letter or digit stays as it is.
 */
export function titleKey(title: string): string {
  const words = title.trim().replace(LAST, '$1');
  return normalizeForSearch(words).replace(FIRST, '') || words;
}
