import { describe, expect, test } from 'vitest';
import { hasBannedRole, formatBanText } from './bans';

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

test('a ban with an end says when, by the clock of the cinema', () => {
  expect(formatBanText({ reason: 'Spoilers.', until: new Date('2026-07-01T17:30:00Z') })).toBe(
    'This account has been suspended until Wednesday 1 July 2026 at 18:30. The reason: Spoilers. You can still read everything. If you think this is wrong, write to house@marquee.example.',
  );
});

test('a ban without an end says so', () => {
  expect(formatBanText({ reason: 'Spoilers.', until: null })).toContain(
    'suspended permanently. The reason: Spoilers.',
  );
});
