import { describe, expect, it } from 'vitest';
import { mailAddressError } from './accounts';

describe('an address as Go reads it', () => {
  it.each([
    'a@b',
    'jane.doe+tag@cinema.example',
    'Jane <j@x.co>',
    '"Doe, Jane" <j@x.co>',
    '"odd name"@x.co',
    ' a@b.co ',
    'a@b.co (a comment)',
    'a@[127.0.0.1]',
    'zoë@kino.example',
  ])('%s passes', (text) => {
    expect(mailAddressError(text)).toBeNull();
  });

  it.each([
    ['bad', "mail: missing '@' or angle-addr"],
    ['Jane Doe', 'mail: no angle-addr'],
  ])('%s does not, with Go’s reason', (text, reason) => {
    expect(mailAddressError(text)).toBe(reason);
  });

  it.each([
    '   ',
    '<a@b.co',
    '<a.co>',
    '<a@>',
    '<.a@b.co>',
    '<a..b@c.co>',
    'a.@b.co',
    '""@b.co',
    'a@b.co, c@d.co',
    'a@b.co (a comment',
  ])('%s does not', (text) => {
    expect(mailAddressError(text)).not.toBeNull();
  });
});
