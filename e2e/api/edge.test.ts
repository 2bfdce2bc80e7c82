import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ask } from '../fixtures/request';
import { startSite } from '../fixtures/site';
import type { Site } from '../fixtures/site';

/** What Netlify's edge promises, held by the local one, in front of the artifact of an offline Netlify build. */
let site: Site;
const at = (path: string): string => `${site.url}${path}`;

beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), functions: 'e2e/fixtures/functions' });
}, 240_000);
afterAll(() => site?.stop());

describe('the artifact', () => {
  test('holds exactly these functions', async () => {
    const { artifact } = (await (await fetch(at('/__local/status.json'))).json()) as {
      artifact: { hash: string };
    };
    const manifest = JSON.parse(readFileSync(`.local/artifact/${artifact.hash}/manifest.json`, 'utf8'));
    const functions = manifest.functions as { name: string; eventSubscriptions?: string[] }[];
    expect(functions.map(({ name }) => name).toSorted()).toEqual([
      '___netlify-server-handler',
      'deliver-outbox',
      'identity-login',
      'identity-signup',
      'identity-validate',
      'user-events',
    ]);
  });

  test('no event of Identity has two functions', async () => {
    const { functions } = (await (await fetch(at('/__local/status.json'))).json()) as {
      functions: { name: string; events: string[] }[];
    };
    expect(functions.flatMap(({ events }) => events).toSorted()).toEqual([
      'login',
      'signup',
      'userdeleted',
      'usermodified',
      'validate',
    ]);
  });
});

describe('headers', () => {
  test('Host reaches the function as the visitor sent it', async () => {
    const answer = await ask(at('/.netlify/functions/echo'), { headers: { host: 'marquee.test:81' } });
    const { url, headers } = JSON.parse(answer.text);
    expect(headers.host).toBe('marquee.test:81');
    expect(url).toBe('http://marquee.test:81/.netlify/functions/echo');
  });

  test('Secure is taken from cookies on plain http, nothing else is', async () => {
    const answer = await ask(at('/.netlify/functions/classic'));
    expect(answer.headers['set-cookie']).toEqual(['one=1; Path=/; HttpOnly', 'two=2']);
  });

  test("the platform's own headers from a visitor are dropped", async () => {
    const answer = await ask(at('/.netlify/functions/echo'), {
      headers: {
        'x-nf-client-connection-ip': '203.0.113.9',
        'x-forwarded-for': '203.0.113.9',
        'x-netlify-event': 'identity_signup',
        'x-nf-account-tier': 'gold',
      },
    });
    const { headers } = JSON.parse(answer.text);
    expect(headers['x-nf-client-connection-ip']).toBe('127.0.0.1');
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers['x-forwarded-proto']).toBe('http');
    expect(headers).not.toHaveProperty('x-netlify-event');
    expect(headers).not.toHaveProperty('x-nf-account-tier');
  });

  test('the request id is the same for visitor and function, and new each time', async () => {
    const first = await ask(at('/.netlify/functions/echo'));
    const second = await ask(at('/.netlify/functions/echo'));
    expect(first.headers['x-nf-request-id']).toMatch(/^[0-9A-Z]{26}$/);
    expect(JSON.parse(first.text).requestId).toBe(first.headers['x-nf-request-id']);
    expect(second.headers['x-nf-request-id']).not.toBe(first.headers['x-nf-request-id']);
  });

  test('rules of netlify.toml reach the files that they name and no others', async () => {
    expect((await ask(at('/emails/confirmation.html'))).headers['x-robots-tag']).toBe('noindex');
    expect((await ask(at('/'))).headers).not.toHaveProperty('x-robots-tag');
  });
});

test('an address whose per cents name no letters is refused, whatever it would lead to', async () => {
  for (const path of ['/%E0%A4', '/films/%E0%A4', '/.netlify/functions/%']) {
    expect((await ask(at(path))).status, path).toBe(400);
  }
});

describe('files', () => {
  test('are sent with type and etag, and not again to who has them', async () => {
    const first = await ask(at('/emails/confirmation.html'));
    expect(first.status).toBe(200);
    expect(first.headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    const again = await ask(at('/emails/confirmation.html'), {
      headers: { 'if-none-match': first.headers.etag },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('of a build are cached for ever', async () => {
    const page = await ask(at('/'));
    const script = /\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? 'no script in the page';
    const answer = await ask(at(script));
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/emails/..%2f..%2fmanifest.json', '/emails/%00'])(
    'outside the folder are not found: %s',
    async (path) => {
      const answer = await ask(site.url, { path });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );
});

describe('functions', () => {
  test('respond as a stream: the beginning is here before the end is written', async () => {
    const answer = await fetch(at('/.netlify/functions/streams'));
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('first ');
    await fetch(at('/.netlify/functions/streams'), { method: 'POST' });
    expect((await reader.read()).value).toBe('last');
  });

  test('respond to HEAD without a body', async () => {
    const answer = await ask(at('/.netlify/functions/echo'), { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  test('with a path of their own are there, with its parameters, and nowhere else', async () => {
    expect(JSON.parse((await ask(at('/own/ada'))).text)).toEqual({ name: 'ada' });
    expect((await ask(at('/.netlify/functions/own-path'))).status).toBe(404);
    expect((await ask(at('/.netlify/functions/___netlify-server-handler'))).status).toBe(404);
  });

  test('that do not exist are 404', async () => {
    expect((await ask(at('/.netlify/functions/nobody'))).status).toBe(404);
  });

  test('take a body of 6 MB and refuse a larger one with 413', async () => {
    const largest = Buffer.alloc(6 * 1024 * 1024, 'x');
    const taken = await ask(at('/.netlify/functions/echo'), { method: 'POST', body: largest });
    expect(JSON.parse(taken.text).bodyBytes).toBe(6_291_456);
    const refused = await ask(at('/.netlify/functions/echo'), {
      method: 'POST',
      body: Buffer.concat([largest, Buffer.from('x')]),
    });
    expect(refused.status).toBe(413);
  });

  test('that throw respond 500 and go on', async () => {
    const thrown = await ask(at('/.netlify/functions/fails?how=throw'));
    expect(thrown.status).toBe(500);
    expect(JSON.parse(thrown.text).errorMessage).toBe('thrown on purpose');
    expect((await ask(at('/.netlify/functions/fails'))).text).toBe('well');
  });

  test('whose process ends respond 502 with an explanation, and the next call finds a new one', async () => {
    const ended = await ask(at('/.netlify/functions/fails?how=exit'));
    expect(ended.status).toBe(502);
    expect(ended.text).toContain('the function fails does not answer');
    expect((await ask(at('/.netlify/functions/fails'))).text).toBe('well');
  });
});

describe('Identity', () => {
  test('is at its public path', async () => {
    const answer = await ask(at('/.netlify/identity/health'));
    expect(JSON.parse(answer.text).name).toBe('GoTrue');
  });

  test('that refuses connections is 502 with an explanation, and the site is still there', async () => {
    const control = { method: 'POST', headers: { 'content-type': 'application/json' } };
    await ask(at('/__local/faults'), { ...control, body: '{"kind":"refuse"}' });
    const down = await ask(at('/.netlify/identity/health'));
    await ask(at('/__local/faults'), { method: 'DELETE' });
    expect(down.status).toBe(502);
    expect(down.text).toContain('Identity does not answer');
    expect((await ask(at('/.netlify/identity/health'))).status).toBe(200);
  });
});

describe('the local pages', () => {
  test('say what runs', async () => {
    const { status, text } = await ask(at('/__local/'));
    expect(status).toBe(200);
    for (const words of ['What runs here', 'identity-signup', '/__local/mail', 'Database'])
      expect(text).toContain(words);
  });

  test('respond neither to another name nor to forms of another site', async () => {
    expect((await ask(at('/__local/'), { headers: { host: 'evil.test' } })).status).toBe(403);
    const origin = { origin: 'http://evil.test' };
    expect((await ask(at('/__local/mongodb'), { method: 'POST', headers: origin })).status).toBe(403);
  });

  test('do not stop a database that was not started here', async () => {
    const answer = await ask(at('/__local/mongodb'), { method: 'POST', body: '{"action":"stop"}' });
    expect(answer.status).toBe(409);
  });
});
