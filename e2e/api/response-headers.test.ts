import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Site, startSite } from '../fixtures/site';

/** What browsers get: the headers of every kind of answer, what scripts stand in a page, and how much of them. */
let site: Site;
beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), seed: 'small' });
}, 240_000);
afterAll(() => site?.stop());

const policy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; script-src-attr 'none'; " +
  "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; " +
  "frame-src https://www.youtube-nocookie.com https://player.vimeo.com; object-src 'none'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'";

it.each([
  ['a page that is kept', 200, '/films/fargo'],
  ['the front door', 200, '/'],
  ['a page of the address', 200, '/programme?by=film'],
  ['a private page', 200, '/account'],
  ['a page that is not there', 404, '/no/such/page'],
  ['a film that is not there', 404, '/films/no-such-film'],
  ['an answer of the API', 200, '/api/programme'],
  ['a refusal of the API', 422, '/api/films/fargo/comments?order=best'],
  ['an absence in the API', 404, '/api/films/no-such-film'],
  ['an address that the API does not have', 404, '/api/no-such-route'],
  ['a method that it does not have', 405, '/api/sign-up/check'],
  ['a picture', 200, '/films/fargo/opengraph-image'],
  ['a calendar', 200, '/calendar.ics'],
  ['what crawlers read', 200, '/robots.txt'],
  ['the icon by its oldest name', 200, '/favicon.ico'],
  ['a file', 200, '/emails/confirmation.html'],
])('%s (%i)', async (_, status, path) => {
  expectHeaders(await fetch(site.url + path, { redirect: 'manual' }), status);
});

it('a script of a page (200)', async () => {
  const html = await (await fetch(site.url)).text();
  const [, source = ''] = /<script src="([^"]+)"/.exec(html) ?? [];
  expectHeaders(await fetch(site.url + source), 200);
});

/** What a build adds to the policy: the hash of each style sheet, which stand in its pages. */
const styleHashes = /(?<=style-src 'self')( 'sha256-[\w+/]{43}=')+/;

function expectHeaders(answer: Response, status: number): void {
  expect(answer.status).toBe(status);
  const said = (name: string): string | null => answer.headers.get(name);
  expect(said('content-security-policy')?.replace(styleHashes, '')).toBe(policy);
  expect(said('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  expect(said('x-content-type-options')).toBe('nosniff');
  expect(said('x-frame-options')).toBe('DENY');
  expect(said('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(said('permissions-policy')).toBe('camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  expect(said('cross-origin-opener-policy')).toBe('same-origin');
  expect(said('x-powered-by')).toBeNull();
}

it('files of the CDN are told the same as pages are', () => {
  expect(readFileSync('netlify.toml', 'utf8')).toContain(`Content-Security-Policy = "${policy}"`);
});

it('the style sheet stands in the page, and the policy allows no other', async () => {
  const answer = await fetch(`${site.url}/films/fargo`);
  const html = await answer.text();
  expect(html).not.toContain('rel="stylesheet"');
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, text = '']) => text);
  const hashes = styles.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(hashes.length).toBe(1);
  expect(styleHashes.exec(answer.headers.get('content-security-policy') ?? '')?.[0]).toContain(hashes[0]);
});

/**
 * What hashes could do for inline scripts: Next writes what a page shows into some of them, which no header that is fixed
 * before the page is made can name. The rest is the same in every page of a build.
 */
it('has inline scripts that change with the page, which is why the policy allows inline scripts', async () => {
  const scriptsOf = async (path: string): Promise<string[]> => {
    const html = await (await fetch(site.url + path)).text();
    return [...html.matchAll(/<script(?![^>]*(?:src=|ld\+json))[^>]*>(.*?)<\/script>/gs)].map(
      ([, text = '']) => text,
    );
  };
  const [fargo, other] = [await scriptsOf('/films/fargo'), new Set(await scriptsOf('/films/perfect-days'))];
  const changing = fargo.filter((script) => !other.has(script));
  expect(changing.length).toBeGreaterThan(0);
  expect(changing.every((script) => script.startsWith('self.__next_f.push('))).toBe(true);
});

/** The scripts of `e2e/bench/minimal`, each with gzip at its best, as that version of Next builds them. */
const emptyPage = { next: '16.4.5', bytes: 134_580 };

it('has at most 60 kB of JavaScript on the page of a film beyond that of an empty page of Next', async () => {
  const { version } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8')) as {
    version: string;
  };
  // With another one: build `e2e/bench/minimal` with it, and measure the scripts that its pages name.
  expect(version).toBe(emptyPage.next);
  const html = await (await fetch(`${site.url}/films/fargo`)).text();
  const tags = [...html.matchAll(/<script[^>]*? src="([^"]+)"[^>]*>/g)];
  const ofOldBrowsers = /nomodule/i;
  const sources = new Set(tags.filter(([tag]) => !ofOldBrowsers.test(tag)).map(([, source = '']) => source));
  const sizes = await Promise.all([...sources].map(async (source) => zipped(await fetch(site.url + source))));
  const ours = sizes.reduce((sum, size) => sum + size, 0) - emptyPage.bytes;
  expect(ours).toBeGreaterThan(10_000); // else this has measured nothing
  expect(ours).toBeLessThanOrEqual(60_000);
});

async function zipped(answer: Response): Promise<number> {
  expect(answer.status).toBe(200);
  return gzipSync(await answer.arrayBuffer(), { level: 9 }).length;
}
