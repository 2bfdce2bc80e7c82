import { describe, expect, test } from 'vitest';
import { nameLength, normalizeName, toDisplayName } from './name';

describe('a name is one tidy line', () => {
  test.each([
    ['spaces', '  Oona \t Reyes ', 'Oona Reyes'],
    ['lines', 'Oona\r\nReyes\u2028III', 'Oona Reyes III'],
    ['control characters', 'Oo\u0000na\u009b', 'Oo na'],
    ['marks that turn the direction', '\u202eanoO\u202c', 'anoO'],
    ['half a character', 'Oona \ud83c', 'Oona \ufffd'],
    ['an accent of its own', 'Nı\u0301 Bhriain', 'Ní Bhriain'.replace('í', 'ı\u0301')],
    ['a composed accent', 'Ni\u0301', 'Ní'],
    ['a family', '👩\u200d👧', '👩\u200d👧'],
  ])('%s', (_, text, expected) => {
    expect(normalizeName(text)).toBe(expected);
  });
});

test('length counts characters, not bytes', () => {
  expect(nameLength('🎬Oona')).toBe(5);
});

describe('what Identity holds may be anything', () => {
  test.each([
    ['nothing', undefined, ''],
    ['a number', 7, ''],
    ['an object', { name: 'x' }, ''],
    ['a novel', '🎬'.repeat(5000), '🎬'.repeat(60)],
    ['a blank where it is cut', `${'x'.repeat(59)} y`, 'x'.repeat(59)],
  ])('%s', (_, value, expected) => {
    expect(toDisplayName(value)).toBe(expected);
  });
});
