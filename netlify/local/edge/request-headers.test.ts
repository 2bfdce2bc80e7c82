import { describe, expect, test } from 'vitest';
import { responseHeaders, newRequestId, visitorHeaders, withoutSecure } from './request-headers';

test.each([
  ['nf_jwt=a.b.c; Path=/; HttpOnly; Secure; SameSite=Lax', 'nf_jwt=a.b.c; Path=/; HttpOnly; SameSite=Lax'],
  ['a=1;secure', 'a=1'],
  ['a=secure; Path=/secure', 'a=secure; Path=/secure'],
  ['a=1; Secured=no', 'a=1; Secured=no'],
])('Secure is taken from %s', (cookie, rest) => {
  expect(withoutSecure(cookie)).toBe(rest);
});

describe('headers of a visitor', () => {
  test('lose what concerns one connection or is the platform’s to say, and nothing else', () => {
    const headers = {
      host: 'a',
      connection: 'close',
      'x-nf-identity-info': 'x',
      'x-marquee-call': 'x',
      accept: '*/*',
    };
    expect(visitorHeaders(headers)).toEqual({ host: 'a', accept: '*/*' });
  });
});

describe('headers of a response', () => {
  test('leave each cookie apart and rename what is for the CDN', () => {
    const answer = { 'set-cookie': ['a=1; Secure', 'b=2'], 'netlify-vary': ['cookie=x'], etag: ['"1"'] };
    expect(responseHeaders(answer)).toEqual([
      ['set-cookie', ['a=1', 'b=2']],
      ['x-local-netlify-vary', ['cookie=x']],
      ['etag', ['"1"']],
    ]);
  });
});

test('request ids look like Netlify’s', () => {
  expect(newRequestId()).toMatch(/^[0-9A-Z]{26}$/);
});
