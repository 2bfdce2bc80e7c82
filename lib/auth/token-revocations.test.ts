import { expect, test } from 'vitest';
import { tokenExpiry } from './token-revocations';

const tokenOf = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

test('the expiry of a token, in whatever alphabet its name is written', () => {
  const token = tokenOf({ exp: 1_795_000_000, user_metadata: { full_name: 'Ōna Ní Bhriain 🎬' } });
  expect(tokenExpiry(token)).toEqual(new Date('2026-11-18T11:06:40Z'));
});

test('a token without an expiry never expires', () => {
  expect(tokenExpiry(tokenOf({ sub: 'x' }))).toBeNull();
});
