import { describe, expect, it } from 'vitest';
import { programmeAddress, readChoice } from './address';

const days = ['2026-11-20', '2026-11-21', '2026-11-22'];

describe('readChoice', () => {
  it.each([
    ['nothing', {}, { date: '2026-11-20', by: 'day' }],
    ['a day of the programme', { date: '2026-11-22' }, { date: '2026-11-22', by: 'day' }],
    ['a day that is over', { date: '2026-11-19' }, { date: '2026-11-20', by: 'day' }],
    ['no day at all', { date: '"><script>' }, { date: '2026-11-20', by: 'day' }],
    ['a day twice', { date: ['2026-11-21', '2026-11-22'] }, { date: '2026-11-20', by: 'day' }],
    ['the order by film', { by: 'film', date: '2026-11-21' }, { date: '2026-11-21', by: 'film' }],
    ['another order', { by: 'price' }, { date: '2026-11-20', by: 'day' }],
  ])('%s', (_, query, choice) => {
    expect(readChoice(query, days)).toEqual(choice);
  });
});

describe('programmeAddress', () => {
  it.each([
    [{ date: '2026-11-20', by: 'day' as const }, '/'],
    [{ date: '2026-11-21', by: 'day' as const }, '/programme?date=2026-11-21'],
    [{ date: '2026-11-20', by: 'film' as const }, '/programme?by=film'],
    [{ date: '2026-11-21', by: 'film' as const }, '/programme?date=2026-11-21&by=film'],
  ])('of %o is %s', (choice, address) => {
    expect(programmeAddress(choice, '2026-11-20')).toBe(address);
  });
});
