import { describe, expect, it, test } from 'vitest';
import { isReservedName, nameOfUser, toDisplayName } from './name';

describe('what Identity holds may be anything', () => {
  test.each([
    ['nothing', undefined, ''],
    ['a number', 7, ''],
    ['an object', { name: 'x' }, ''],
    ['a novel', '🎬'.repeat(5000), '🎬'.repeat(60)],
    ['a blank where it is cut', `${'x'.repeat(59)} y`, 'x'.repeat(59)],
    ['joined emoji where it is cut', `${'x'.repeat(58)}👩\u200d👧`, `${'x'.repeat(58)}👩`],
    ['nothing to see', '\u200b\u3164', ''],
  ])('%s', (_, value, expected) => {
    expect(toDisplayName(value)).toBe(expected);
  });
});

describe('names that people would take for ours', () => {
  it.each([
    'Former member',
    'former_MEMBER',
    'Fоrmer mеmber',
    'Staff',
    'Stáff',
    'Ѕtаff',
    'Marquee',
    'M a r q u e e',
    'Маrquее',
    'ΜARQUEE Box Office',
    'Admin @ Marquee',
    'box-office',
  ])('%s', (name) => {
    expect(isReservedName(name)).toBe(true);
    expect(nameOfUser(name, [])).toBe('');
    expect(nameOfUser(name, ['staff'])).toBe(name);
  });

  it.each([
    'Oona Reyes',
    'Marquita',
    'Stafford',
    'Remember',
    'Иван Ставров',
    'Мария',
    '🎬',
    '李雷',
    'Teamwork',
    'Max Marquee',
  ])('not %s', (name) => {
    expect(isReservedName(name)).toBe(false);
    expect(nameOfUser(name, [])).toBe(name);
  });
});
