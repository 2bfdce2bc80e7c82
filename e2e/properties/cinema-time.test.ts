import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysFrom, cinemaTime, cinemaDay, toInstant, toInstants } from '../../lib/cinema-time';

/** Houses whose clocks change, at midnight too (Santiago, Beirut, Azores), by half an hour (Lord Howe), or never. */
const zones = [
  'Europe/Dublin',
  'America/New_York',
  'America/Santiago',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
];
const zone = fc.constantFrom(...zones);
/** Whole seconds from 2000 to 2040: Samoa's missing day of 2011 is among them. */
const instant = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((seconds) => new Date(seconds * 1000));
const minute = instant.map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

describe('days and clocks of a cinema', () => {
  it('an instant is one of those at which its clock shows its time on its day', () => {
    fc.assert(
      fc.property(minute, zone, (at, timeZone) => {
        const found = toInstants(cinemaDay(at, timeZone), cinemaTime(at, timeZone), timeZone);
        expect(found.map(Number)).toContain(at.getTime());
        expect(found.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a day begins with its first instant: the one before is on an earlier day', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const day = cinemaDay(at, timeZone);
        const first = toInstant(day, '00:00', timeZone);
        expect(cinemaDay(first, timeZone)).toBe(day);
        expect(cinemaDay(new Date(first.getTime() - 1), timeZone) < day).toBe(true);
        expect(first.getTime()).toBeLessThanOrEqual(at.getTime());
      }),
      { numRuns: 2_000 },
    );
  });

  it('later is never on an earlier day', () => {
    fc.assert(
      fc.property(instant, fc.nat({ max: 400 * 86_400 }), zone, (at, seconds, timeZone) => {
        const later = new Date(at.getTime() + seconds * 1000);
        expect(cinemaDay(later, timeZone) >= cinemaDay(at, timeZone)).toBe(true);
      }),
    );
  });

  it('days follow one another without a gap, and back', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -800, max: 800 }), fc.nat({ max: 60 }), (at, days, count) => {
        const day = at.toISOString().slice(0, 10);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        const list = daysFrom(day, count + 1);
        expect(list.toSorted()).toEqual(list);
        expect(new Set(list).size).toBe(count + 1);
        expect(list.at(-1)).toBe(addDays(day, count));
      }),
    );
  });
});
