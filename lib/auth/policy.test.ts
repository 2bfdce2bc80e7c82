import { describe, expect, test } from 'vitest';
import { decide, hasPermission, parseRoles, type Permission } from './policy';

describe('who may do what', () => {
  test.each<[Permission, string[]]>([
    ['comments:write', ['member', 'staff', 'admin']],
    ['comments:delete-any', ['staff', 'admin']],
    ['desk:check-in', ['staff', 'admin']],
    ['desk:sell', ['staff', 'admin']],
    ['profile:edit', ['member', 'staff', 'admin']],
  ])('%s: %j', (permission, allowed) => {
    const everybody = ['member', 'staff', 'admin', 'Member', 'ADMIN', 'usher', ''];
    expect(everybody.filter((role) => hasPermission([role], permission))).toEqual(allowed);
    expect(hasPermission([], permission)).toBe(false);
  });
});

describe('a signed-in person is told', () => {
  const banned = { reason: 'Spoilers.', until: null };
  test.each<[Permission, string[], object | null, string]>([
    ['comments:write', ['member'], null, 'allowed'],
    ['comments:write', ['usher'], null, 'forbidden'],
    ['comments:write', ['admin'], banned, 'banned'],
    ['comments:moderate', ['member'], null, 'forbidden'],
    ['comments:moderate', ['member'], banned, 'banned'],
    ['desk:sell', ['staff'], banned, 'banned'],
    ['profile:edit', ['member'], banned, 'banned'],
    ['sessions:end', [], null, 'allowed'],
    ['sessions:end', ['usher'], banned, 'allowed'],
  ])('%s, %j, banned %j: %s', (permission, roles, ban, answer) => {
    expect(decide({ roles, ban }, permission)).toBe(answer);
  });
});

test('roles that mean nothing here are left out', () => {
  expect(parseRoles(['usher', 'admin', 'member', '__proto__'])).toEqual(['member', 'admin']);
});
