import { describe, expect, it } from 'vitest';
import { initialsOf, shortName } from './account-menu';

describe('a name in the header', () => {
  it.each([
    ['Nadia Kern', 'Nadia Kern'],
    ['Sixteen letters.', 'Sixteen letters.'],
    ['Seventeen letters', 'Seventeen lette…'],
    ['Maria da Conceição Oliveira', 'Maria da Concei…'],
    ['Wolfgang Andrea Mozart', 'Wolfgang Andrea…'],
  ])('%s is shown as %s', (name, shown) => {
    expect(shortName(name)).toBe(shown);
  });

  it.each([
    ['Nadia Kern', 'NK'],
    ['Oona', 'O'],
    ['Maria da Conceição Oliveira', 'MO'],
    ['  élodie   Petit ', 'ÉP'],
    ['nadia@example.org', 'N'],
    ['', ''],
  ])('%j has the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
