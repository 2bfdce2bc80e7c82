import { describe, expect, test } from 'vitest';
import { requireSameOrigin } from './same-origin';

const cookie = 'nf_jwt=x';
const request = (method: string, headers: Record<string, string>) =>
  // Behind an edge the address names the inner server: it may not be compared.
  new Request('http://127.0.0.1:40123/api/me', { method, headers: { host: 'marquee.example', ...headers } });

describe('comes in', () => {
  test.each([
    ['from our own page', 'PATCH', { cookie, origin: 'https://marquee.example' }],
    [
      'from our own page, as the edge on this machine sees it',
      'PATCH',
      { cookie, origin: 'http://marquee.example' },
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
