import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-to';

const origin = 'https://marquee.example';

describe('where people may be sent back to', () => {
  it.each([
    ['/', '/'],
    ['/films/brazil-1985', '/films/brazil-1985'],
    ['/films/brazil-1985?from=week#comments', '/films/brazil-1985?from=week#comments'],
    ['/?day=2026-11-21', '/?day=2026-11-21'],
    ['/films/am%C3%A9lie', '/films/am%C3%A9lie'],
    ['/films/../films/up-2009', '/films/up-2009'],
  ])('takes %s', (value, place) => {
    expect(safeReturnPath(value, origin)).toBe(place);
  });

  it.each([
    'https://evil.example/',
    'https://marquee.example/films/up-2009',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/films\\..\\',
    '/%2fevil.example',
    '/%2Fevil.example',
    '/%5cevil.example',
    '/%5C%5Cevil.example',
    '/%252fevil.example',
    '/%255cevil.example',
    '/.//evil.example',
    '/films/..//evil.example',
    '/\tevil.example',
    '/\n/evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'films/up-2009',
    '',
    ' /films',
    '/%',
    '/%E0%A4%A',
    `/${'a'.repeat(2001)}`,
    '/sign-in',
    '/join',
    '/confirm',
    '/new-password',
    '/forgotten-password',
    '/account',
    '/films/../sign-in',
    '/api/me',
    '/.netlify/identity/authorize?provider=google',
    '/__local/mail',
    undefined,
    null,
    7,
    { toString: () => '/' },
  ])('refuses %j', (value) => {
    expect(safeReturnPath(value, origin)).toBeNull();
  });
});
