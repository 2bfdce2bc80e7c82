import { describe, expect, it } from 'vitest';
import { mailAddressError } from './mail-address';

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
    ['   ', 'mail: no address'],
    ['<a@b.co', 'mail: unclosed angle-addr'],
    ['<a.co>', 'mail: missing @ in addr-spec'],
    ['<a@>', 'mail: invalid string'],
    ['<.a@b.co>', 'mail: leading dot in atom'],
    ['<a..b@c.co>', 'mail: double dot in atom'],
    ['a@b.co, c@d.co', 'mail: expected single address, got ", c@d.co"'],
  ])('%s does not, with Go’s reason', (text, reason) => {
    expect(mailAddressError(text)).toBe(reason);
  });
});
