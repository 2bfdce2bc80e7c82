import { expect, it } from 'vitest';
import type { FoundFilm } from '@/lib/films/search-schema';
import { factsInWords, nextInWords, stateInWords } from './search-field';

const now = new Date('2026-11-20T17:30:00Z');
const found: FoundFilm = {
  slug: 'fargo',
  title: 'Fargo',
  year: 1996,
  directors: ['Joel Coen', 'Ethan Coen'],
  nextStartsAt: '2026-11-20T18:15:00.000Z',
};

it('a found film says who made it and when it is on next', () => {
  expect(factsInWords(found)).toBe('1996, Joel Coen and Ethan Coen');
  expect(factsInWords({ ...found, directors: [] })).toBe('1996');
  expect(nextInWords(found, now)).toBe('today 18:15');
  expect(nextInWords({ ...found, nextStartsAt: null }, now)).toBeNull();
});

it.each([
  [{ kind: 'idle' } as const, ''],
  [{ kind: 'looking' } as const, 'Looking…'],
  [{ kind: 'failed', why: null } as const, 'Search isn’t responding. Press Enter to try the search page.'],
  [{ kind: 'failed', why: 'Try again in 9 seconds.' } as const, 'Try again in 9 seconds.'],
  [
    { kind: 'found', question: 'xq', items: [], more: false, at: now } as const,
    'No films match “xq”. Try fewer letters.',
  ],
  [
    { kind: 'found', question: 'far', items: [found], more: false, at: now } as const,
    '1 film; arrows choose one.',
  ],
  [
    { kind: 'found', question: 'f', items: [found, found], more: true, at: now } as const,
    'The first 2 films; Enter shows more.',
  ],
])('%o: %s', (state, words) => {
  expect(stateInWords(state)).toBe(words);
});
