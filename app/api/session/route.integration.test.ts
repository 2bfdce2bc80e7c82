import { beforeAll, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { DELETE } from './route';

// Nothing listens at either: signing out may need neither Identity nor the database.
beforeAll(() => {
  vi.stubEnv('IDENTITY_URL', 'http://127.0.0.1:9');
  vi.stubEnv('URL', 'http://marquee.test');
  vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:9/marquee');
});

const signOut = (headers: Record<string, string>) => callRoute(DELETE, { method: 'DELETE', headers });
const ours = { cookie: 'nf_jwt=anything', origin: 'http://marquee.test' };

describe('DELETE /api/session', () => {
  describe('204', () => {
    it('expires the cookie as Identity does, with Identity and database down', async () => {
      const { status, headers, body } = await signOut(ours);
      expect([status, body]).toEqual([204, null]);
      expect(headers.getSetCookie()).toEqual([
        'nf_jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; Secure',
      ]);
      expect(headers.get('cache-control')).toBe('private, no-store');
    });

    it('responds alike when nobody is signed in, and again', async () => {
      expect((await signOut({})).status).toBe(204);
      expect((await signOut({ cookie: 'nf_jwt=', origin: 'http://marquee.test' })).status).toBe(204);
    });
  });

  describe('403', () => {
    it('signs nobody out for another site', async () => {
      const { status, headers, body } = await signOut({ ...ours, origin: 'https://elsewhere.example' });
      expect([status, body.code]).toEqual([403, 'cross-origin']);
      expect(headers.getSetCookie()).toEqual([]);
    });
  });
});
