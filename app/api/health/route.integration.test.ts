import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
afterAll(() => drop());

/** Runs `work` while a variable says something else. */
async function withVariable(name: string, value: string, work: () => Promise<void>): Promise<void> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    await work();
  } finally {
    process.env[name] = before;
  }
}

describe('GET /api/health', () => {
  it('200: database and Identity are up', async () => {
    const { status, headers, body } = await callRoute(GET);
    expect([status, body]).toEqual([200, { status: 'ok', database: 'up', identity: 'up' }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('503: Identity is down', () =>
    withVariable('IDENTITY_URL', 'http://127.0.0.1:9', async () => {
      const { status, body } = await callRoute(GET);
      expect([status, body]).toEqual([503, { status: 'degraded', database: 'up', identity: 'down' }]);
    }));

  it('503: the database is down', () =>
    withVariable('MONGODB_URI', 'mongodb://user:word@127.0.0.1:9/marquee', async () => {
      await closeMongoClient();
      const { status, body } = await callRoute(GET);
      expect([status, body]).toEqual([503, { status: 'degraded', database: 'down', identity: 'up' }]);
    }));

  it('503: nothing is configured, and it says no more than that', () =>
    withVariable('MONGODB_URI', '', async () => {
      const { status, body } = await callRoute(GET);
      expect([status, body]).toEqual([503, { status: 'degraded', database: 'down', identity: 'up' }]);
    }));

  it('200: it recovers by itself', async () => {
    expect((await callRoute(GET)).status).toBe(200);
  });
});
