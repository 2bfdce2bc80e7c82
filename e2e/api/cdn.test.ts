import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { problems } from '../../lib/problem';
import { fillSegments, listAppRoutes } from '../fixtures/app-routes';
import { type Site, startSite } from '../fixtures/site';

/** What the CDN is told about the kinds of answers. The local edge gives its headers another name. */
let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), seed: 'small' });
  const { email = '', password = '' } = site.accounts.find(({ role }) => role === 'member') ?? {};
  const body = new URLSearchParams({ grant_type: 'password', username: email, password });
  const answer = await fetch(`${site.url}/.netlify/identity/token`, { method: 'POST', body });
  token = ((await answer.json()) as { access_token: string }).access_token;
}, 240_000);
afterAll(() => site?.stop());

interface Told {
  status: number;
  browser: string | null;
  cdn: string | null;
  vary: string | null;
  tags: string | null;
}

async function ask(path: string, init: RequestInit = {}): Promise<Told> {
  const { status, headers, body } = await fetch(site.url + path, { redirect: 'manual', ...init });
  await body?.cancel();
  return {
    status,
    browser: headers.get('cache-control'),
    cdn: headers.get('x-local-netlify-cdn-cache-control'),
    vary: headers.get('x-local-netlify-vary'),
    tags: headers.get('x-local-netlify-cache-tag'),
  };
}

/** How long the CDN may show it, the time in which a stale one is shown once more included. Without a word: not at all. */
function secondsInCdn({ cdn }: Told): number {
  if (cdn === null || /no-store|no-cache|private/.test(cdn)) return 0;
  const named = cdn.matchAll(/(?:max-age|s-maxage|stale-while-revalidate)=(\d+)/g);
  return [...named].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}

const notCached = { browser: 'private, no-store', cdn: 'no-store' };

const routes = listAppRoutes();
const open = routes.filter(({ path, methods }) => path.includes('[') && methods.includes('GET'));
const ofTheApi = ({ path }: { path: string }) => path.startsWith('/api/');

/** Neither a film, a person, a member, a comment, a day nor a page of words. */
const unknown = ['nobody', 'a'.repeat(24), 'no-such-thing-2'];
/** The second asks again what the first may have left behind. */
const endings = ['', '', '?x=.php', '?.php', '?a=1&utm_source=x.php', '?x=/404', '?x=.ico'];

async function askUnknown(path: string): Promise<[string, Told][]> {
  const told: [string, Told][] = [];
  for (const value of unknown) {
    for (const ending of endings) {
      const address = fillSegments(path, value) + ending;
      told.push([address, await ask(address)]);
    }
  }
  return told;
}

describe('what is not there', () => {
  it('is asked of every page and route that has an open segment', () => {
    const paths = open.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/films/[slug]', '/members/[id]', '/api/films/[slug]']));
    expect(paths.length).toBeGreaterThanOrEqual(13);
  });

  // These are the same for every id: what is in them is asked by the browser, with its own session.
  const shells = ['/orders/[id]', '/desk/screenings/[id]'];
  it.each(open.filter((route) => !ofTheApi(route) && !shells.includes(route.path)))(
    '$path: a 404, for two minutes at most',
    async ({ path }) => {
      for (const [address, told] of await askUnknown(path)) {
        expect([address, told.status]).toEqual([address, 404]);
        expect(secondsInCdn(told), `${address}: ${told.cdn}`).toBeLessThanOrEqual(120);
      }
    },
  );

  it.each(open.filter(ofTheApi))('$path: an error that is not cached', async ({ path }) => {
    for (const [address, told] of await askUnknown(path)) {
      expect([401, 404, 422], address).toContain(told.status);
      expect(told, address).toMatchObject(notCached);
    }
  });

  it.each(['/no/such/page', '/wp-login.php', '/wp-login.php?x=1', '/films/fargo/nothing?x=.php', '/404'])(
    '%s: a 404, for two minutes at most',
    async (path) => {
      const told = await ask(path);
      expect([told.status, secondsInCdn(told) <= 120]).toEqual([404, true]);
    },
  );

  it.each([
    ['GET', 404, '/api'],
    ['GET', 404, '/api/no-such-route'],
    ['GET', 404, '/api/no-such-route?x=.php'],
    ['GET', 404, '/api/wp-login.php'],
    ['HEAD', 404, '/api/films/dune-3?x=.php'],
    ['GET', 405, '/api/sign-up/check'],
    ['POST', 405, '/api/programme'],
  ])('%s %i %s: not cached', async (method, status, path) => {
    expect(await ask(path, { method })).toMatchObject({ status, ...notCached });
  });

  it.each([
    ['GET', '/api', 404, 'not-found', null],
    ['POST', '/api/no-such-route?x=.php', 404, 'not-found', null],
    ['DELETE', '/api/films/fargo/nothing', 404, 'not-found', null],
    ['GET', '/api/sign-up/check', 405, 'method-not-allowed', 'OPTIONS, POST'],
    ['PUT', '/api/programme', 405, 'method-not-allowed', 'GET, HEAD, OPTIONS'],
  ] as const)('%s %s: %i in the words of the API', async (method, path, status, code, allow) => {
    const { headers, ...answer } = await fetch(site.url + path, { method }).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as unknown,
    }));
    const { title } = problems[code];
    const instance = headers.get('x-request-id');
    const type = `urn:marquee:problem:${code}`;
    expect(answer).toEqual({ status, body: { type, title, status, code, instance } });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('allow')?.split(', ').toSorted().join(', ') ?? null).toBe(allow);
  });
});

describe('what is there', () => {
  it('is for everybody where the API says so, with every parameter that it takes', async () => {
    const told = await ask('/api/search?q=fargo');
    expect([told.status, told.browser]).toEqual([200, 'public, max-age=30']);
    expect(secondsInCdn(told) === 0 || /\bquery(?!=)|query=\S*\bq\b/.test(told.vary ?? '')).toBe(true);
  });

  it.each([
    ['GET', '/api/me'],
    ['GET', '/api/me/comments'],
    ['GET', '/api/me/replies'],
    ['GET', '/api/me/profile'],
    ['GET', '/api/films/fargo/removed-comments'],
    ['GET', '/api/health'],
    ['DELETE', '/api/session'],
  ])('%s %s, for one caller: not cached', async (method, path) => {
    const told = await ask(path, { method, headers: { authorization: `Bearer ${token}` } });
    expect([200, 204]).toContain(told.status);
    expect(told).toMatchObject(notCached);
  });

  it('what the CDN caches belongs to the whole query, or to the parameters that it takes', async () => {
    const shown = { slug: 'fargo', page: 'visit', day: 'today' };
    let cached = 0;
    for (const { path, methods } of routes) {
      if (!methods.includes('GET')) continue;
      const address = fillSegments(path, (name) => shown[name as keyof typeof shown] ?? name);
      const told = await ask(`${address}?utm_source=x`);
      if (secondsInCdn(told) === 0) continue;
      cached += 1;
      expect(told.vary, address).toMatch(/(^|,)query(,|$|=)/);
    }
    expect(cached).toBeGreaterThanOrEqual(8);
  });

  it.each([
    ['/calendar.ics', ['films', 'programme', 'site']],
    ['/films/fargo/calendar.ics', ['film:fargo', 'programme', 'site']],
  ])('%s is cached for five minutes, or until something in it changes', async (path, tags) => {
    const told = await ask(path);
    expect(told).toMatchObject({ status: 200, browser: 'public, max-age=300' });
    expect(secondsInCdn(told)).toBe(300);
    expect(told.tags?.split(',').toSorted()).toEqual(tags);
  });

  it('a picture for link previews is cached under its film’s tag', async () => {
    for (const told of [
      await ask('/films/fargo/opengraph-image'),
      await ask('/films/fargo/opengraph-image'),
    ]) {
      expect(told.status).toBe(200);
      expect(told.browser).toMatch(/^public, max-age=\d+/);
      expect(secondsInCdn(told), `${told.cdn}`).toBeGreaterThanOrEqual(60);
      expect(told.tags?.split(',')).toContain('film:fargo');
    }
  });
});
