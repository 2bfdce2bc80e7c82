import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Answer } from './http';
import { startServer, type ServerProcess } from './target';
import { expectError, tokensOf, userOf } from './wire';

/** What our server adds to GoTrue: `/__local/*`, accounts that survive a restart, and where it refuses to run. */

const folder = `.local/test/identity-${process.pid}`;
const flags = [
  '--autoconfirm',
  '--providers=google',
  `--data=${join(folder, 'identity.json')}`,
  `--mail-templates=${join(folder, 'emails')}`,
];
let server: ServerProcess;
let counter = 0;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  // The site's own templates, as its build writes them.
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/emails/write-emails.ts', join(folder, 'emails')]);
  server = await startServer(flags);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const api = (path: string, request?: Parameters<typeof ask>[1]) => ask(server.url + path, request);
const control = (path: string, request?: Parameters<typeof ask>[1]) =>
  ask(`${server.controlUrl}/__local${path}`, request);
const operator = (path: string) => api(path, { bearer: server.operatorToken });
const signIn = (email: string): Promise<Answer> =>
  api('/token', { form: { grant_type: 'password', username: email, password: 'correct horse' } });

async function person(): Promise<string> {
  counter += 1;
  const email = `p${counter}@local.example`;
  userOf(await api('/signup', { json: { email, password: 'correct horse' } }));
  return email;
}

describe('the mailbox', () => {
  it('lists mails newest first, with subject, text, html and links', async () => {
    const email = await person();
    await api('/recover', { json: { email } });
    const tokens = tokensOf(await signIn(email));
    await api('/user', { method: 'PUT', json: { email: 'new@local.example' }, bearer: tokens.access_token });
    const all = (await control('/mail.json')).json as { to: string }[];
    expect(all.map((mail) => mail.to)).toEqual(['new@local.example', email]);
    const mine = (await control(`/mail.json?to=${email.toUpperCase()}`)).json as Record<string, unknown>[];
    expect(mine).toEqual([
      expect.objectContaining({
        to: email,
        subject: 'A new password for Marquee',
        links: [
          expect.stringMatching(/^http:\/\/localhost:8888\/#recovery_token=[A-Za-z0-9_-]{22}$/) as string,
        ],
      }),
    ]);
  });

  it('derives the text from the HTML, link included', async () => {
    const email = await person();
    await api('/recover', { json: { email } });
    const [mail] = (await control(`/mail.json?to=${email}`)).json as { text: string; links: string[] }[];
    expect(mail?.text).toContain(`Somebody asked for a new password for ${email} at Marquee.`);
    expect(mail?.text).toContain(`Choose a new password: ${mail?.links[0]}`);
    expect(mail?.text).not.toMatch(/[<>{}]/);
  });

  it('is a page to read, safe against an address with markup', async () => {
    const json = { email: '"<script>x</script>"@local.example', password: 'x' };
    userOf(await api('/signup', { json }));
    await api('/recover', { json });
    const page = await control('/mail');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(page.text).not.toContain('<script>');
  });

  it('says so when there is nothing for an address', async () => {
    expect((await control('/mail?to=nobody@local.example')).text).toContain(
      'No mail to nobody@local.example yet.',
    );
  });
});

describe('the clock', () => {
  it('shows the time and moves by seconds or to a moment', async () => {
    const before = (await control('/clock')).json as { now: string; offsetSeconds: number };
    expect(before.offsetSeconds).toBe(0);
    const moved = await control('/clock', { json: { advanceSeconds: 3600 } });
    expect(moved.json).toMatchObject({ offsetSeconds: 3600 });
    const set = (await control('/clock', { json: { now: '2030-01-01T00:00:00Z' } })).json as { now: string };
    expect(set.now.slice(0, 18)).toBe('2030-01-01T00:00:0');
    await control('/clock', { json: { now: new Date().toISOString() } });
  });

  it('refuses anything else with an example', async () => {
    const answer = await control('/clock', { json: { now: 'yesterday' } });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      error: 'Send {"advanceSeconds": number} or {"now": "2026-01-31T12:00:00Z"}.',
    });
  });
});

describe('faults', () => {
  const set = (fault: Record<string, unknown>) => control('/faults', { json: fault });
  const clear = () => control('/faults', { method: 'DELETE' });

  it('an error on one path, as often as asked, and nowhere else', async () => {
    await set({ kind: 'error', path: '/user', times: 2 });
    expect((await api('/health')).status).toBe(200);
    expectError(await api('/user'), 500, 'Internal server error');
    expectError(await api('/user'), 500, 'Internal server error');
    expect((await api('/user')).status).toBe(401);
  });

  it('a rate limit until cleared, below a path too', async () => {
    await set({ kind: 'rate-limit', path: '/admin' });
    expectError(await api('/admin/users'), 429, 'Rate limit exceeded');
    expect((await control('/faults')).json).toMatchObject({
      faults: [{ kind: 'rate-limit', path: '/admin' }],
    });
    await clear();
    expect((await api('/admin/users')).status).toBe(401);
  });

  it('slowness of a given length', async () => {
    await set({ kind: 'slow', ms: 150, times: 1 });
    const started = performance.now();
    await api('/health');
    expect(performance.now() - started).toBeGreaterThanOrEqual(140);
  });

  it('a reset connection', async () => {
    await set({ kind: 'reset', times: 1 });
    await expect(api('/health')).rejects.toThrow('fetch failed');
    expect((await api('/health')).status).toBe(200);
  });

  it('the whole API refusing connections, until cleared; the control port stays', async () => {
    await set({ kind: 'refuse' });
    await expect(api('/health')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect((await control('/faults')).json).toMatchObject({ faults: [{ kind: 'refuse' }] });
    await clear();
    expect((await api('/health')).status).toBe(200);
  });

  it('a reset of everything ends them as well', async () => {
    await set({ kind: 'refuse' });
    await control('/reset', { method: 'POST' });
    expect((await api('/health')).status).toBe(200);
  });

  it('refuses a fault that it does not know', async () => {
    expect((await set({ kind: 'fire' })).json).toEqual({
      error: '"kind" must be one of slow, error, rate-limit, reset, refuse.',
    });
    expect((await set({ kind: 'error', path: 'user' })).status).toBe(400);
    expect((await set({ kind: 'error', times: 0 })).status).toBe(400);
  });
});

describe('accounts', () => {
  it('survive a restart, with their sessions and their mails', async () => {
    const email = await person();
    const tokens = tokensOf(await signIn(email));
    await api('/recover', { json: { email } });
    const audited = (await operator('/admin/audit')).json as unknown[];
    await server.stop();
    server = await startServer(flags);
    expect(userOf(await api('/user', { bearer: tokens.access_token })).email).toBe(email);
    const form = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    expect((await api('/token', { form })).status).toBe(200);
    expect((await control(`/mail.json?to=${email}`)).json).toHaveLength(1);
    // Refreshed since, which is two entries.
    expect(((await operator('/admin/audit')).json as unknown[]).slice(2)).toEqual(audited);
  });

  it('are gone after a reset, mails and clock with them', async () => {
    const email = await person();
    await api('/recover', { json: { email } });
    await control('/clock', { json: { advanceSeconds: 60 } });
    expect((await control('/reset', { method: 'POST' })).status).toBe(200);
    expect((await signIn(email)).status).toBe(400);
    expect((await control('/mail.json')).json).toEqual([]);
    expect((await control('/clock')).json).toMatchObject({ offsetSeconds: 0 });
  });
});

describe('where it runs', () => {
  it('takes no orders from a page of another site', async () => {
    const email = await person();
    for (const origin of ['https://elsewhere.example', 'null']) {
      const answer = await control('/reset', { method: 'POST', headers: { Origin: origin } });
      expect([answer.status, answer.json]).toEqual([403, { error: 'Only pages of this site may do that.' }]);
    }
    expect((await signIn(email)).status).toBe(200);
    const own = { Origin: new URL(server.controlUrl).origin };
    expect((await control('/clock', { json: { advanceSeconds: 0 }, headers: own })).status).toBe(200);
  });

  it('answers under the public path too', async () => {
    expect((await api('/.netlify/identity/health')).json).toMatchObject({ name: 'GoTrue' });
  });

  it('refuses on Netlify and in production, in one sentence', async () => {
    await expect(startServer(flags, { NETLIFY: 'true' })).rejects.toThrow(
      'exit 1: The local Identity is for your own machine; on Netlify enable Identity in the site settings.',
    );
    await expect(startServer(flags, { NODE_ENV: 'production' })).rejects.toThrow(
      'exit 1: The local Identity does not run with NODE_ENV=production; unset it and start again.',
    );
  });

  it('refuses a taken port in one sentence', async () => {
    const { port } = new URL(server.url);
    await expect(startServer([`--port=${port}`])).rejects.toThrow(`exit 1: Port ${port} is taken`);
  });
});
