import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../../e2e/fixtures/call-route';
import { databaseContents, useTestDatabase } from '../../../../e2e/fixtures/test-database';
import { POST } from './route';

beforeAll(useTestDatabase);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

let callers = 0;
/** A caller that no other test has used up. */
const newCaller = () => `192.0.2.${(callers += 1)}`;

const check = (email: unknown, caller = newCaller()) =>
  callRoute(POST, { method: 'POST', body: { email }, headers: { 'x-nf-client-connection-ip': caller } });

describe('POST /api/sign-up/check', () => {
  describe('200', () => {
    it('lets everybody join when the site has no rules', async () => {
      const { status, body } = await check('oona@marquee.example');
      expect([status, body]).toEqual([200, { allowed: true }]);
    });

    it('lets an address of an allowed domain join, and of one below it', async () => {
      vi.stubEnv('SIGN_UP_ALLOWED_DOMAINS', 'Uni.example, marquee.example');
      expect((await check('oona@MARQUEE.example')).status).toBe(200);
      expect((await check('oona@film.uni.example')).status).toBe(200);
    });
  });

  describe('422', () => {
    it.each([
      ['refused', 'throwaway.example', 'oona@throwaway.example'],
      ['below a refused one', 'throwaway.example', 'oona@mx.throwaway.example'],
    ])('says why a domain that is %s cannot join', async (_, rules, email) => {
      vi.stubEnv('SIGN_UP_BLOCKED_DOMAINS', rules);
      const { status, body } = await check(email);
      expect([status, body.code, body.errors[0].path]).toEqual([422, 'email-domain-refused', 'body.email']);
      expect(body.detail).toMatch(/^Addresses of (mx\.)?throwaway\.example cannot join here\./);
    });

    it('says which domains can join', async () => {
      vi.stubEnv('SIGN_UP_ALLOWED_DOMAINS', 'uni.example,marquee.example');
      const { status, body } = await check('oona@elsewhere.example');
      expect([status, body.detail]).toEqual([
        422,
        'Only addresses of uni.example, marquee.example can join here.',
      ]);
    });

    it.each(['', 'oona', 'Oona <oona@marquee.example>', 7, null])(
      'refuses %j as an address',
      async (email) => {
        const { status, body } = await check(email);
        expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid', 'body.email']);
      },
    );
  });

  describe('429', () => {
    it('takes 10 questions at once from one address, and one every two seconds after them', async () => {
      const caller = newCaller();
      const start = Date.UTC(2096, 0, 1);
      vi.useFakeTimers({ toFake: ['Date'], now: start });
      const answers = await Promise.all(
        Array.from({ length: 14 }, () => check('oona@marquee.example', caller)),
      );
      const refused = answers.filter(({ status }) => status !== 200);
      const facts = refused.map(({ status, headers, body }) => [
        status,
        body.code,
        headers.get('retry-after'),
        body.detail,
      ]);
      const detail = 'Too many requests from here. Try again in 2 seconds.';
      expect(facts).toEqual(Array.from({ length: 4 }, () => [429, 'too-many-requests', '2', detail]));
      expect((await check('oona@marquee.example')).status).toBe(200);
      vi.setSystemTime(start + 2_000);
      expect((await check('oona@marquee.example', caller)).status).toBe(200);
      expect((await check('oona@marquee.example', caller)).status).toBe(429);
    });

    it('stores no address', async () => {
      await check('oona@marquee.example', '203.0.113.7');
      expect(JSON.stringify(await databaseContents())).not.toContain('203.0.113.7');
    });
  });

  describe('503', () => {
    it('asks to try again while the database is down', async () => {
      vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:9/marquee');
      const { status, body, headers } = await check('oona@marquee.example');
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'database-unavailable', '5']);
    });
  });
});
