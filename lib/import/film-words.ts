/** Other people's words for what the cinema calls otherwise. Pure. */

const GENRES: Record<string, string> = {
  'sci-fi': 'Science Fiction',
  scifi: 'Science Fiction',
  'science fiction': 'Science Fiction',
  'science-fiction': 'Science Fiction',
  'film-noir': 'Noir',
  'film noir': 'Noir',
  animation: 'Animated',
  history: 'Historical',
  sport: 'Sports',
  'martial-arts': 'Martial Arts',
};

const COUNTRIES: Record<string, string> = {
  usa: 'United States',
  'u.s.a.': 'United States',
  us: 'United States',
  'united states of america': 'United States',
  uk: 'United Kingdom',
  'u.k.': 'United Kingdom',
  'great britain': 'United Kingdom',
  ussr: 'Soviet Union',
  'federal republic of germany': 'West Germany',
  'republic of ireland': 'Ireland',
};

export function toGenres(words: readonly string[]): string[] {
  return translated(words, GENRES);
}

export function toCountries(words: readonly string[]): string[] {
  return translated(words, COUNTRIES);
}

/** `Shining, The` as tables sort it, and as people say it. */
export function toTitle(words: string): string {
  return words.replace(/^(.+), (The|An|A)$/, '$2 $1');
}

function translated(words: readonly string[], names: Record<string, string>): string[] {
  return [...new Set(words.map((word) => names[word.toLowerCase()] ?? word))];
}
