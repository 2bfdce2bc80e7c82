import { expect, it } from 'vitest';
import { brazil, up } from '../../../../e2e/fixtures/programme-data';
import type { ProgrammeDay } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';
import { resultInWords } from './programme-view';

const now = new Date('2026-11-20T17:30:00Z');
const at = (...starts: string[]) => starts.map((startsAt) => ({ startsAt }) as Screening);
const day = (date: string, films: ProgrammeDay['films']): ProgrammeDay => ({
  date,
  screeningCount: 9,
  films,
  started: [],
});

it.each([
  [[day('2026-11-20', [])], 'No more screenings, 20 November.'],
  [
    [day('2026-11-20', [{ film: up, screenings: at('2026-11-20T15:00:00Z', '2026-11-20T18:00:00Z') }])],
    '1 screening of 1 film to come, 20 November.',
  ],
  [
    [
      day('2026-11-20', [{ film: up, screenings: at('2026-11-20T18:00:00Z') }]),
      day('2026-11-21', [
        { film: up, screenings: at('2026-11-21T18:00:00Z') },
        { film: brazil, screenings: at('2026-11-21T20:00:00Z') },
      ]),
    ],
    '3 screenings of 2 films to come, 20 to 21 November.',
  ],
])('%#: %s', (days, words) => {
  expect(resultInWords(days, now)).toBe(words);
});
