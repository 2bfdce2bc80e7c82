/** The one table of who may do what. Everything is denied unless it stands here. Pure: the browser reads it too. */

export const roles = ['member', 'staff', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What everybody with an account may do. */
export const DEFAULT_ROLE: Role = 'member';

const permissions = {
  'comments:write': ['member', 'staff', 'admin'],
  'comments:delete-any': ['staff', 'admin'],
  'comments:moderate': ['staff', 'admin'],
  'profile:edit': ['member', 'staff', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function hasPermission(ofRoles: readonly string[], permission: Permission): boolean {
  return permissions[permission].some((role) => ofRoles.includes(role));
}

/** The roles that we know, of a list from Identity; anything else there means nothing to us. */
export function parseRoles(values: readonly string[]): Role[] {
  return roles.filter((role) => values.includes(role));
}
