import { describe, expect, test } from 'vitest';
import { hasBannedRole } from './policy';

describe('a role that bars', () => {
  test.each([
    [{ roles: ['banned'] }],
    [{ roles: ['member', 'BANNED'] }],
    [{ roles: ['Banned-until-spring'] }],
    [{ roles: [' banned'] }],
    [{ roles: 'banned' }],
    [{ authorization: { roles: ['bAnned'] } }],
    [{ roles: ['member'], authorization: { roles: 'banned' } }],
  ])('%j', (appMetadata) => {
    expect(hasBannedRole(appMetadata)).toBe(true);
  });
});

describe('a role that does not', () => {
  test.each([
    [{}],
    [{ roles: [] }],
    [{ roles: ['member', 'unbanned', 'not banned'] }],
    [{ roles: [1, null, ['banned']] }],
    [{ authorization: null }],
    [{ authorization: 'banned' }],
    [{ authorization: { groups: ['banned'] } }],
    [{ banned: true }],
  ])('%j', (appMetadata) => {
    expect(hasBannedRole(appMetadata)).toBe(false);
  });
});
