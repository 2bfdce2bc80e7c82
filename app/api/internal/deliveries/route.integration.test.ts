import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../../e2e/fixtures/call-route';
import { takeExpiredTags } from '../../../../e2e/fixtures/next-cache';
import { emptyCollections, useTestDatabase } from '../../../../e2e/fixtures/test-database';
import { enqueue } from '../../../../lib/outbox/outbox';
import { requestRevalidation } from '../../../../lib/revalidate/request-revalidation';
import { POST } from './route';

const secret = 's'.repeat(40);
beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('outbox'));
beforeEach(() => vi.stubEnv('INTERNAL_SECRET', secret));
afterEach(() => vi.unstubAllEnvs());

const deliver = (given = secret) =>
  callRoute(POST, { method: 'POST', headers: { authorization: `Bearer ${given}` } });

describe('POST /api/internal/deliveries', () => {
  it('does all that is due, and says how much', async () => {
    const films = ['up', 'brazil', 'fargo', 'alien', 'ran', 'heat', 'coco'];
    for (const film of films) {
      await enqueue({ id: film, kind: 'revalidate', payload: { filmSlugs: [film] } }, new Date());
    }
    await enqueue({ id: 'odd', kind: 'revalidate', payload: { filmSlugs: 7 } }, new Date());
    takeExpiredTags();
    expect((await deliver()).body).toEqual({ sent: 7, postponed: 1, failed: 0 });
    expect(takeExpiredTags()).toEqual([...films.map((film) => `film:${film}`), 'films'].toSorted());
    expect((await deliver()).body).toEqual({ sent: 0, postponed: 0, failed: 0 });
  });

  it('renders pages again that a function could not have rendered', async () => {
    vi.stubEnv('URL', 'http://127.0.0.1:9');
    expect(await requestRevalidation({ filmSlugs: ['up'] })).toBe(false);
    takeExpiredTags();
    expect((await deliver()).body).toEqual({ sent: 1, postponed: 0, failed: 0 });
    expect(takeExpiredTags()).toEqual(['film:up', 'films']);
  });

  it('takes nobody else’s word: 403', async () => {
    expect((await deliver('t'.repeat(40))).status).toBe(403);
  });
});
