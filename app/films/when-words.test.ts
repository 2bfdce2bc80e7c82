import { describe, expect, it } from 'vitest';
import { compareNextStart, isUpcoming, formatNextDate } from './when-words';

const now = new Date('2026-11-20T18:30:00Z');
const shown = (starts: string[], lastStart: string | null = null) => ({ starts, lastStart });

describe('formatNextDate', () => {
  it.each([
    [shown(['2026-11-20T17:00:00Z', '2026-11-20T20:45:00Z']), 'Today, 20:45'],
    [shown(['2026-11-21T18:15:00Z']), 'Tomorrow, 18:15'],
    [shown(['2026-12-05T18:15:00Z']), 'Saturday 5 December, 18:15'],
    [shown(['2026-11-20T15:00:00Z', '2026-11-20T18:30:00Z']), 'Today, begun at 18:30'],
    [shown([], '2026-07-12T23:30:00Z'), 'Last shown 13 July 2026'],
    [shown([]), 'Not on just now'],
  ])('%j is "%s"', (film, words) => expect(formatNextDate(film, now)).toBe(words));
});

it('knows what can still be gone to', () => {
  expect(isUpcoming(shown(['2026-11-20T15:00:00Z', '2026-11-20T18:31:00Z']), now)).toBe(true);
  expect(isUpcoming(shown(['2026-11-20T18:30:00Z']), now)).toBe(false);
});

it('orders films by what can be gone to next, and leaves the rest in its order at the end', () => {
  const over = shown(['2026-11-20T15:00:00Z']);
  const tomorrow = shown(['2026-11-20T11:00:00Z', '2026-11-21T11:00:00Z']);
  const tonight = shown(['2026-11-20T20:45:00Z']);
  const past = shown([], '2026-07-12T20:30:00Z');
  expect(compareNextStart([over, tomorrow, past, tonight], now)).toEqual([tonight, tomorrow, over, past]);
});
