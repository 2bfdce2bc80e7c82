import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { useTestDatabase } from '../../../e2e/fixtures/test-database';
import { useTestIdentity } from '../../../e2e/fixtures/test-identity';
import { closeMongoClient } from '../../../lib/db/client';
import { GET } from './route';

let drop: () => Promise<void>;
beforeAll(async () => {
  useTestIdentity();
  drop = await useTestDatabase();
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => drop());

describe('GET /api/health', () => {
  it('200: database and Identity are up', async () => {
    const { status, headers, body } = await callRoute(GET);
    expect([status, body]).toEqual([200, { status: 'ok', database: 'up', identity: 'up' }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('503: Identity is down', async () => {
    vi.stubEnv('IDENTITY_URL', 'http://127.0.0.1:9');
    const { status, body } = await callRoute(GET);
    expect([status, body]).toEqual([503, { status: 'degraded', database: 'up', identity: 'down' }]);
  });

  it('503: the database is down', async () => {
    vi.stubEnv('MONGODB_URI', 'mongodb://user:word@127.0.0.1:9/marquee');
    await closeMongoClient();
    const { status, body } = await callRoute(GET);
    expect([status, body]).toEqual([503, { status: 'degraded', database: 'down', identity: 'up' }]);
  });

  it('503: nothing is configured, and it says no more than that', async () => {
    vi.stubEnv('MONGODB_URI', '');
    const { status, body } = await callRoute(GET);
    expect([status, body]).toEqual([503, { status: 'degraded', database: 'down', identity: 'up' }]);
  });

  it('200: it recovers by itself', async () => {
    expect((await callRoute(GET)).status).toBe(200);
  });
});
