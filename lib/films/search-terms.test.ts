import { describe, expect, it } from 'vitest';
import {
  queryTerms,
  scoreOf,
  searchTermsOf,
  normalizeForSearch,
  searchTokens,
  titleKey,
} from './search-terms';

describe('searchTermsOf', () => {
  it('has the title and the year apart from the people', () => {
    const words = searchTermsOf({
      title: 'Lost in Translation',
      year: 2003,
      directors: ['Sofia Coppola'],
      cast: ['Bill Murray'],
    });
    expect(words.titleWords).toEqual(['lost', 'in', 'translation', '2003']);
    expect(words.searchWords).toEqual([
      'lost',
      'in',
      'translation',
      '2003',
      'sofia',
      'coppola',
      'bill',
      'murray',
    ]);
  });

  it('has words with something inside them in parts and whole', () => {
    const { titleWords } = searchTermsOf({
      title: 'L.A. WALL-E Schindler’s',
      year: 1,
      directors: [],
      cast: [],
    });
    expect(titleWords).toEqual(['l', 'a', 'wall', 'e', 'schindler', 's', '1', 'la', 'walle', 'schindlers']);
  });

  it('has bounds', () => {
    const cast = Array.from({ length: 999 }, (_, index) => `Extra${index}`);
    const { titleWords, searchWords } = searchTermsOf({
      title: '🎬𝒜'.repeat(99),
      year: 1,
      directors: [],
      cast,
    });
    expect(titleWords).toEqual(['a', '1', 'a'.repeat(40)]);
    expect(searchWords.length).toBe(400);
  });
});

it('a question has at most eight words, each as long as they are stored', () => {
  expect(queryTerms('a b c d e f g h i j')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  expect(queryTerms('x'.repeat(99))).toEqual(['x'.repeat(40)]);
});

describe('scoreOf', () => {
  const facts = { title: 'The Godfather', year: 1972, directors: ['Francis Ford Coppola'], cast: [] };
  const godfather = { ...facts, ...searchTermsOf(facts) };
  it.each([
    ['the god', 0],
    ['GODF', 0],
    ['1972 god', 1],
    ['father', 2],
    ['god coppola', 2],
  ])('%s: %d', (question, rank) => {
    expect(scoreOf(godfather, queryTerms(question))).toBe(rank);
  });
});

describe('normalizeForSearch', () => {
  it.each([
    ['Amélie', 'amelie'],
    ['AME\u0301LIE', 'amelie'],
    ['Der große Eisenbahnraub', 'der grosse eisenbahnraub'],
    ['GROẞ', 'gross'],
    ['Søren Kragh-Jacobsen', 'soren kragh jacobsen'],
    ['Łódź, Æbler, Œuvre, Þór, Đorđe', 'lodz aebler oeuvre thor dorde'],
    ['İstanbul ısı', 'istanbul isi'],
    ['Wall·E', 'wall e'],
    ['  «Schindler’s   List»! ', 'schindler s list'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Οδυσσεύς', 'οδυσσευσ'],
    ['Ёлки 1914', 'елки 1914'],
    ['千と千尋の神隠し', '千と千尋の神隠し'],
    ['ﬁlm ⅻ ①', 'film xii 1'],
    ['.*+?^${}()|[]\\$where', 'where'],
    ['…', ''],
  ])('%s: %s', (text, folded) => {
    expect(normalizeForSearch(text)).toBe(folded);
    expect(normalizeForSearch(folded)).toBe(folded);
  });
});

it('searchTokens has each word once', () => {
  expect(searchTokens('Duck, duck, Goose!')).toEqual(['duck', 'goose']);
  expect(searchTokens(' – ')).toEqual([]);
});

it.each([
  ['The Shining', 'shining'],
  ['Shining, The', 'shining'],
  ['SHINING', 'shining'],
  ['L’Avventura', 'avventura'],
  ['Amélie', 'amelie'],
  ['Die Brücke', 'brucke'],
  ['WALL·E', 'wall e'],
  ['The', 'the'],
  ['?!', '?!'],
  ['東京物語', '東京物語'],
])('%s is known as %s', (title, key) => {
  expect(titleKey(title)).toBe(key);
});
