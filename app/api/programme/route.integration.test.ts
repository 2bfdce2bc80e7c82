import { beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '@/e2e/fixtures/call-route';
import { cellar, grand, screening, up } from '@/e2e/fixtures/programme-data';
import { useTestDatabase } from '@/e2e/fixtures/test-database';
import { ensureFilms } from '@/lib/films/films';
import { ensureAuditoriums } from '@/lib/screenings/auditoriums';
import { ensureScreenings } from '@/lib/screenings/screenings';
import { GET } from './route';

beforeAll(useTestDatabase);

describe('GET /api/programme: 200', () => {
  it('holds fourteen empty days for a cinema without screenings', async () => {
    const { status, headers, body } = await callRoute(GET);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body.days).toHaveLength(14);
    expect(body.days[0]).toEqual({ date: body.today, screeningCount: 0, films: [], started: [] });
  });

  it('shows the next screening with its film, room and prices', async () => {
    const startsAt = new Date(Date.now() + 48 * 3_600_000).toISOString();
    await ensureFilms([up]);
    await ensureAuditoriums([grand, cellar]);
    await ensureScreenings([screening(up, grand, startsAt, { features: ['relaxed'] })]);
    const { body } = await callRoute(GET);
    const films = body.days.flatMap((day: { films: unknown[] }) => day.films);
    expect(films).toEqual([
      {
        film: up,
        screenings: [
          {
            id: expect.stringMatching(/^[0-9a-f]{24}$/),
            startsAt,
            endsAt: new Date(Date.parse(startsAt) + 111 * 60_000).toISOString(),
            auditorium: { id: 'grand', name: 'Grand' },
            format: 'digital',
            subtitles: null,
            features: ['relaxed'],
            prices: [{ kind: 'full', price: { amountMinor: 1100, currency: 'EUR' } }],
            planId: 'places-200@1',
            seatsLeft: 200,
          },
        ],
      },
    ]);
  });
});
