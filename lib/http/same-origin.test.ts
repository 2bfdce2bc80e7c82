import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requireSameOrigin } from './same-origin';

beforeEach(() => {
  vi.stubEnv('URL', 'https://marquee.example/');
  vi.stubEnv('SITE_NAME', 'marquee-site');
  vi.stubEnv('DEPLOY_PRIME_URL', 'https://deploy-preview-7--marquee-site.netlify.app');
});
afterEach(() => vi.unstubAllEnvs());

const cookie = 'nf_jwt=x';
const request = (method: string, headers: Record<string, string>) =>
  // Behind an edge the address names the inner server: it may not be compared.
  new Request('http://127.0.0.1:40123/api/me', { method, headers: { host: 'marquee.example', ...headers } });

describe('comes in', () => {
  test.each([
    ['from our own page', 'PATCH', { cookie, origin: 'https://marquee.example' }],
    ['from our own page at Netlify’s name', 'PATCH', { cookie, origin: 'https://marquee-site.netlify.app' }],
    [
      'from a page of this very preview',
      'PATCH',
      {
        cookie,
        origin: 'https://deploy-preview-7--marquee-site.netlify.app',
        'sec-fetch-site': 'same-origin',
      },
    ],
    [
      'from our own page in a browser that sends no origin',
      'PATCH',
      { cookie, 'sec-fetch-site': 'same-origin' },
    ],
    ['without a cookie', 'PATCH', { origin: 'https://elsewhere.example' }],
    ['to read, from anywhere', 'GET', { cookie, origin: 'https://elsewhere.example' }],
  ])('%s', (_, method, headers: Record<string, string>) => {
    expect(() => requireSameOrigin(request(method, headers))).not.toThrow();
  });
});

describe('is refused', () => {
  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port', { origin: 'https://marquee.example:8443' }],
    ['a site below ours', { origin: 'https://x.marquee.example' }],
    ['ours as a name and password', { origin: 'https://marquee.example@elsewhere.example' }],
    ['nowhere', { origin: 'null' }],
    ['ours without encryption (whole-origin)', { origin: 'http://marquee.example' }],
    ['ours by another scheme', { origin: 'ftp://marquee.example' }],
    ['an extension of our name', { origin: 'chrome-extension://marquee.example' }],
    ['ours with a name before it', { origin: 'https://x@marquee.example' }],
    ['the host that the caller names', { host: 'other.example', origin: 'http://other.example' }],
    ['another preview', { origin: 'https://deploy-preview-8--marquee-site.netlify.app' }],
    [
      'another site, whatever origin it says',
      { origin: 'https://marquee.example', 'sec-fetch-site': 'cross-site' },
    ],
    ['nothing', {}],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
    [
      'another site that says it is ours',
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['the inner server', { origin: 'http://127.0.0.1:40123' }],
    [
      'another site behind a header of its own',
      {
        origin: 'https://elsewhere.example',
        'x-forwarded-host': 'elsewhere.example',
      },
    ],
  ])('%s', (_, headers: Record<string, string>) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(() => requireSameOrigin(request(method, { cookie, ...headers }))).toThrow(
        'Requests that change something must come from our own pages.',
      );
    }
  });
});

test('another site is refused without a cookie too', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(() => requireSameOrigin(request(method, { 'sec-fetch-site': 'cross-site' }))).toThrow();
  }
  expect(() => requireSameOrigin(request('GET', { 'sec-fetch-site': 'cross-site' }))).not.toThrow();
});

test('without an address of its own the site is the one on this machine', () => {
  vi.unstubAllEnvs();
  vi.stubEnv('URL', '');
  expect(() => requireSameOrigin(request('POST', { cookie, origin: 'http://localhost:8888' }))).not.toThrow();
  expect(() => requireSameOrigin(request('POST', { cookie, origin: 'https://marquee.example' }))).toThrow();
});
