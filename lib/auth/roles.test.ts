import { describe, expect, test } from 'vitest';
import { hasPermission, parseRoles, type Permission } from './roles';

describe('who may do what', () => {
  test.each<[Permission, string[]]>([
    ['comments:write', ['member', 'staff', 'admin']],
    ['comments:delete-any', ['staff', 'admin']],
    ['profile:edit', ['member', 'staff', 'admin']],
  ])('%s: %j', (permission, allowed) => {
    const everybody = ['member', 'staff', 'admin', 'Member', 'ADMIN', 'usher', ''];
    expect(everybody.filter((role) => hasPermission([role], permission))).toEqual(allowed);
    expect(hasPermission([], permission)).toBe(false);
  });
});

test('roles that mean nothing here are left out', () => {
  expect(parseRoles(['usher', 'admin', 'member', '__proto__'])).toEqual(['member', 'admin']);
});
