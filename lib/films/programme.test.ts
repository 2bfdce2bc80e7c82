import { describe, expect, it } from 'vitest';
import type { Screening } from '../screenings/schema';
import type { ScreeningWithFilmId } from '../screenings/screenings';
import { toProgrammeDays } from './programme';
import type { Film } from './schema';

const now = new Date('2026-11-20T17:30:00Z');
const films = new Map(['brazil', 'heat', 'up'].map((slug) => [slug, { slug } as Film]));

function showing(filmId: string, startsAt: string): ScreeningWithFilmId {
  const screening: Screening = {
    id: `${filmId}@${startsAt}`,
    startsAt: `${startsAt}:00.000Z`,
    endsAt: `${startsAt}:00.000Z`,
    auditorium: { id: 'grand', name: 'Grand' },
    format: 'digital',
    subtitles: null,
    features: [],
    prices: [],
  };
  return { filmId, screening };
}

/** The day as `film: its starts`. */
function outline(dates: string[], list: ScreeningWithFilmId[]) {
  const row = ({ film, screenings }: { film: Film; screenings: { startsAt: string }[] }) =>
    [film.slug, ...screenings.map(({ startsAt }) => startsAt.slice(11, 16))].join(' ');
  return toProgrammeDays(dates, list, films, now).map((day) => ({
    date: day.date,
    count: day.screeningCount,
    films: day.films.map(row),
    started: day.started.map(row),
  }));
}

describe('toProgrammeDays', () => {
  it('orders films by their next screening, not by their first', () => {
    const list = [
      showing('up', '2026-11-20T15:00'),
      showing('heat', '2026-11-20T18:00'),
      showing('brazil', '2026-11-20T19:00'),
      showing('up', '2026-11-20T20:00'),
    ];
    expect(outline(['2026-11-20'], list)).toEqual([
      { date: '2026-11-20', count: 4, films: ['heat 18:00', 'brazil 19:00', 'up 15:00 20:00'], started: [] },
    ]);
  });

  it('sets films apart of which all has begun, the latest first', () => {
    const list = [
      showing('up', '2026-11-20T13:00'),
      showing('brazil', '2026-11-20T14:00'),
      showing('up', '2026-11-20T15:30'),
      showing('heat', '2026-11-20T17:30'),
    ];
    expect(outline(['2026-11-20'], list)).toEqual([
      { date: '2026-11-20', count: 4, films: [], started: ['heat 17:30', 'up 13:00 15:30', 'brazil 14:00'] },
    ]);
  });

  it('keeps the empty day', () => {
    const list = [showing('up', '2026-11-22T18:00')];
    expect(outline(['2026-11-21', '2026-11-22'], list)).toEqual([
      { date: '2026-11-21', count: 0, films: [], started: [] },
      { date: '2026-11-22', count: 1, films: ['up 18:00'], started: [] },
    ]);
  });

  it('fails for a screening of a film that is not stored, as our own mistake', () => {
    expect(() => outline(['2026-11-20'], [showing('gone', '2026-11-20T18:00')])).toThrow(
      'A screening shows gone, which is not stored',
    );
  });
});
