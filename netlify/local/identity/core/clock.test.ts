import { describe, expect, it } from 'vitest';
import { createClock, formatDuration, formatStamp, toStoredStamp } from './clock';

const moment = Date.UTC(2026, 10, 20, 9, 5, 7, 120);

describe('stamps', () => {
  it('carry microseconds or nanoseconds, trailing zeros cut, as Go prints them', () => {
    expect(formatStamp(moment, 'micro', 3456)).toBe('2026-11-20T09:05:07.120003Z');
    expect(formatStamp(moment, 'nano', 3456)).toBe('2026-11-20T09:05:07.120003456Z');
    expect(formatStamp(moment, 'micro', 0)).toBe('2026-11-20T09:05:07.12Z');
    expect(formatStamp(Date.UTC(2026, 0, 1), 'micro', 0)).toBe('2026-01-01T00:00:00Z');
  });

  it('lose their fraction in the store', () => {
    expect(toStoredStamp('2026-11-20T09:05:07.120003456Z')).toBe('2026-11-20T09:05:07Z');
    expect(toStoredStamp('2026-11-20T09:05:07Z')).toBe('2026-11-20T09:05:07Z');
  });
});

describe('durations', () => {
  it.each([
    [0, '0s'],
    [59, '59s'],
    [60, '1m0s'],
    [3600, '1h0m0s'],
    [3723, '1h2m3s'],
    [90_000, '25h0m0s'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('the clock', () => {
  it('goes at the real pace, moved by what it was told', () => {
    let real = 1_000_000;
    const clock = createClock(() => real);
    clock.advance(60);
    expect(clock.nowMs()).toBe(1_060_000);
    real += 5000;
    expect(clock.nowSec()).toBe(1065);
    clock.setNow(10_000);
    real += 1000;
    expect(clock.nowMs()).toBe(11_000);
    clock.reset();
    expect(clock.nowMs()).toBe(real);
  });
});
