import { beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '@/e2e/fixtures/call-route';
import { brazil, grand, screening, up } from '@/e2e/fixtures/programme-data';
import { useTestDatabase } from '@/e2e/fixtures/test-database';
import { ensureFilms } from '@/lib/films/films';
import { ensureAuditoriums } from '@/lib/screenings/auditoriums';
import { ensureScreenings } from '@/lib/screenings/screenings';
import { GET } from './route';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
beforeAll(useTestDatabase);
beforeAll(async () => {
  await ensureFilms([up]);
  await ensureAuditoriums([grand]);
});

describe('GET /api/films/[slug]: 200', () => {
  it('is the film with the screenings that have not begun', async () => {
    const next = inHours(5);
    await ensureScreenings([screening(up, grand, inHours(-1)), screening(up, grand, next)]);
    const { status, body } = await callRoute(GET, { params: { slug: 'up' } });
    expect(status).toBe(200);
    expect(body.film).toEqual(up);
    expect(body.screenings.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([next]);
  });

  it('is the film for an address that it had before: its slug says the new one', async () => {
    await ensureFilms([{ ...brazil, formerSlugs: ['brasil'] }]);
    const { status, body } = await callRoute(GET, { params: { slug: 'brasil' } });
    expect(status).toBe(200);
    expect(body.film).toEqual(brazil);
  });
});

describe('GET /api/films/[slug]: 404', () => {
  it('for a slug that no film has', async () => {
    const { status, body } = await callRoute(GET, { params: { slug: 'nothing-of-ours' } });
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: 'not-found',
      detail: 'There’s no film at this address. Look in the programme, or in all films.',
    });
  });
});

describe('GET /api/films/[slug]: 422', () => {
  it.each(['Up', 'up--2', '-up', 'up/..', '{"$ne":""}', 'x'.repeat(121), ''])('for %j', async (slug) => {
    const { status, body } = await callRoute(GET, { params: { slug } });
    expect(status).toBe(422);
    expect(body.errors[0].path).toBe('params.slug');
  });
});
