import { describe, expect, it } from 'vitest';
import { addDays, daysFrom, cinemaTime, cinemaDay, toInstant, toInstants } from './cinema-time';

describe('cinemaDay and cinemaTime', () => {
  it.each([
    ['winter', '2026-11-20T23:59:59Z', 'Europe/Dublin', '2026-11-20', '23:59'],
    ['midnight is the next day', '2026-11-21T00:00:00Z', 'Europe/Dublin', '2026-11-21', '00:00'],
    ['summer, already tomorrow', '2026-07-01T23:30:00Z', 'Europe/Dublin', '2026-07-02', '00:30'],
    ['before the clocks go forward', '2026-03-29T00:59:59Z', 'Europe/Dublin', '2026-03-29', '00:59'],
    ['after the clocks went forward', '2026-03-29T01:00:00Z', 'Europe/Dublin', '2026-03-29', '02:00'],
    ['first 01:30 of the long day', '2026-10-25T00:30:00Z', 'Europe/Dublin', '2026-10-25', '01:30'],
    ['second 01:30 of the long day', '2026-10-25T01:30:00Z', 'Europe/Dublin', '2026-10-25', '01:30'],
    ['west of Greenwich', '2026-11-20T04:00:00Z', 'America/New_York', '2026-11-19', '23:00'],
    ['a quarter-hour zone', '2026-11-20T18:20:00Z', 'Asia/Kathmandu', '2026-11-21', '00:05'],
    ['before 1970', '1969-12-31T23:59:59.500Z', 'UTC', '1969-12-31', '23:59'],
  ])('%s', (_, instant, timeZone, day, clock) => {
    expect(cinemaDay(new Date(instant), timeZone)).toBe(day);
    expect(cinemaTime(new Date(instant), timeZone)).toBe(clock);
  });
});

describe('toInstant', () => {
  it.each([
    ['winter', '2026-11-20', '18:15', 'Europe/Dublin', '2026-11-20T18:15:00.000Z'],
    ['summer', '2026-07-02', '18:15', 'Europe/Dublin', '2026-07-02T17:15:00.000Z'],
    ['evening of the short day', '2026-03-29', '18:15', 'Europe/Dublin', '2026-03-29T17:15:00.000Z'],
    ['evening of the long day', '2026-10-25', '18:15', 'Europe/Dublin', '2026-10-25T18:15:00.000Z'],
    ['a skipped time moves forward', '2026-03-29', '01:30', 'Europe/Dublin', '2026-03-29T01:30:00.000Z'],
    [
      'a time that happens twice is the first',
      '2026-10-25',
      '01:30',
      'Europe/Dublin',
      '2026-10-25T00:30:00.000Z',
    ],
    ['half-hour clock change', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
  ])('%s', (_, day, clock, timeZone, instant) => {
    expect(toInstant(day, clock, timeZone).toISOString()).toBe(instant);
  });

  it.each([
    ['an ordinary day', '2026-11-20', 'Europe/Dublin', '2026-11-20T00:00:00.000Z'],
    ['a summer day', '2026-07-02', 'Europe/Dublin', '2026-07-01T23:00:00.000Z'],
    ['a day without midnight', '2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z'],
    ['a day with two midnights', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ])('the first instant of %s', (_, day, timeZone, instant) => {
    expect(toInstant(day, undefined, timeZone).toISOString()).toBe(instant);
  });

  it.each([
    ['short', '2026-03-29', '2026-03-30', 23],
    ['long', '2026-10-25', '2026-10-26', 25],
    ['ordinary', '2026-11-20', '2026-11-21', 24],
  ])('a %s day lasts as long as it should', (_, day, next, hours) => {
    const length = +toInstant(next, '00:00', 'Europe/Dublin') - +toInstant(day, '00:00', 'Europe/Dublin');
    expect(length).toBe(hours * 3_600_000);
  });
});

describe('days', () => {
  it('go over the ends of months and years, and over changes of the clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysFrom('2026-10-24', 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });
});

describe('toInstants', () => {
  it.each([
    ['a usual time', '2026-11-20', '18:15', ['2026-11-20T18:15:00.000Z']],
    ['the hour that is left out', '2026-03-29', '01:30', []],
    [
      'the hour that comes twice',
      '2026-10-25',
      '01:30',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    ['just after it', '2026-10-25', '02:00', ['2026-10-25T02:00:00.000Z']],
  ])('%s', (_, day, clock, instants) => {
    const found = toInstants(day, clock, 'Europe/Dublin');
    expect(found.map((instant) => instant.toISOString())).toEqual(instants);
  });
});
