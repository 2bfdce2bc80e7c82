import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runScript } from '../fixtures/run-script';
import { type Site, startSite } from '../fixtures/site';

/** Open for comments at any hour. Not the next film of the programme: staff have closed the talk of one of its late shows. */
const film = 'fargo';

/** The artifact as production, and beside it as a preview that was given production's database. */
let production: Site;
let preview: Site;
beforeAll(async () => {
  const shared = { mongodbUri: inject('mongodbUri'), database: `test-operations-${process.pid}` };
  production = await startSite({ ...shared, seed: 'small' });
  // Only a request makes the database production's.
  await fetch(`${production.url}/api/programme`);
  preview = await startSite({ ...shared, deployContext: 'deploy-preview' });
}, 240_000);
afterAll(async () => {
  await Promise.all([production?.stop(), preview?.stop()]);
});

const check = (url: string) => runScript('lib/doctor/command.ts', [url], { MONGODB_URI: '' });

async function signIn(site: Site): Promise<string> {
  const email = `${randomUUID()}@marquee.example`;
  const user = { email, password: 'a good long password', confirm: true };
  const headers = { authorization: `Bearer ${site.operatorToken}`, 'content-type': 'application/json' };
  await fetch(`${site.identityUrl}/admin/users`, { method: 'POST', headers, body: JSON.stringify(user) });
  const body = new URLSearchParams({ grant_type: 'password', username: email, password: user.password });
  const answer = await fetch(`${site.url}/.netlify/identity/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function ask(site: Site, method: string, path: string, token: string, body?: unknown) {
  const answer = await fetch(`${site.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

describe('a deploy preview with the database of the site', () => {
  test('shows the site', async () => {
    for (const path of ['/', `/films/${film}`, '/api/programme']) {
      expect([path, (await fetch(`${preview.url}${path}`)).status]).toEqual([path, 200]);
    }
  });

  test('refuses to change anything, and says why and what to do', async () => {
    const token = await signIn(preview);
    const acts = [
      await ask(preview, 'POST', `/api/films/${film}/comments`, token, { body: 'From a preview.' }),
      await ask(preview, 'PATCH', '/api/me', token, { name: 'Oona' }),
    ];
    for (const { status, body } of acts) {
      expect([status, body.code, body.title]).toEqual([
        403,
        'preview-read-only',
        'This preview is read-only',
      ]);
      expect(body.detail).toMatch(/^This is a preview of a change, .* Do this on the site itself; /);
    }
    expect((await ask(preview, 'GET', '/api/me', token)).status).toBe(200);
    expect((await ask(preview, 'DELETE', '/api/session', token)).status).toBe(204);
  });

  test('the site itself goes on taking comments', async () => {
    const token = await signIn(production);
    const { status } = await ask(production, 'POST', `/api/films/${film}/comments`, token, {
      body: 'On site.',
    });
    expect(status).toBe(201);
  });
});

describe('npm run doctor', () => {
  test('a site in order', async () => {
    await signIn(production);
    const { code, output } = await check(production.url);
    expect(output).not.toMatch(/ERROR|skipped/);
    expect(output).toContain('ok       Identity delivers its events.');
    expect(output).toMatch(/No errors, 1 warning\.\n$/);
    expect(code).toBe(0);
  });

  test('a preview', async () => {
    const { code, output } = await check(preview.url);
    expect(output).toContain('warning  This is a preview that reads the database of the site');
    expect(code).toBe(0);
  });

  describe('with something broken', () => {
    let server: Server;
    beforeAll(async () => {
      // A site without headers and Identity: every address is a page that is not there.
      server = createServer((_, response) =>
        response.writeHead(404, { 'content-type': 'text/html' }).end('<p>404'),
      );
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => void server.close());

    test('a bare server', async () => {
      const { code, output } = await check(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      expect(code).toBe(1);
      expect(output).toContain('ERROR    The front page answers 404.');
      expect(output).toContain(
        'ERROR    Headers are missing: strict-transport-security, content-security-policy',
      );
      expect(output).toContain('ERROR    Identity is off: nobody can join or sign in.');
      expect(output).toContain('-> Netlify, Project configuration, Identity: Enable Identity.');
      expect(output).toContain('ERROR    /api/health answers 404, and not what this version answers.');
      expect(output).toMatch(/5 errors, 1 warning\.\n$/);
    });

    test('nobody there', async () => {
      const { code, output } = await check('http://127.0.0.1:9');
      expect([code, output.split('\n').length]).toEqual([1, 5]);
      expect(output).toContain('ERROR    127.0.0.1:9 does not answer.');
    });

    test('no address', async () => {
      const { code, output } = await check('');
      expect([code, output]).toEqual([1, 'Name the site: npm run doctor -- https://cinema.example\n']);
    });
  });
});
