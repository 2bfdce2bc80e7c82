import { describe, expect, it } from 'vitest';
import { fold, searchTokens } from './fold';

describe('fold', () => {
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
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });
});

it('searchTokens has each word once', () => {
  expect(searchTokens('Duck, duck, Goose!')).toEqual(['duck', 'goose']);
  expect(searchTokens(' – ')).toEqual([]);
});
