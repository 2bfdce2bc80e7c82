import { expect, it } from 'vitest';
import type { Film } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';
import { screeningsAhead } from './auditorium-details';

const up = { slug: 'up', title: 'Up' } as Film;
const at = (startsAt: string, filmId = 'up') => ({ filmId, screening: { startsAt } as Screening });

it('the screenings of an auditorium: leaves out what has begun and what shows no film that is stored, and sorts the rest into days', () => {
  const begun = at('2026-11-20T18:00:00Z');
  const evening = at('2026-11-20T20:45:00Z');
  const unknown = at('2026-11-20T21:00:00Z', 'gone');
  const tomorrow = at('2026-11-21T00:00:00Z');
  const snapshot = { screenings: [begun, evening, unknown, tomorrow], films: [up] };
  expect(screeningsAhead(snapshot, new Date('2026-11-20T18:00:00Z'))).toEqual([
    { day: '2026-11-20', showings: [{ film: up, screening: evening.screening }] },
    { day: '2026-11-21', showings: [{ film: up, screening: tomorrow.screening }] },
  ]);
});
