/**
 * The table of permissions: everything that is not in it is denied. Pure, so routes, pages and the browser use the
 * same one, and no page offers what the API refuses.
 */

export const roles = ['member', 'staff', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What everybody with an account may do. */
export const DEFAULT_ROLE: Role = 'member';

interface Rule {
  /** `anyone`: everybody who is signed in, regardless of roles. */
  for: readonly Role[] | 'anyone';
  /**
   * What a suspension leaves. Whatever is public can be read while suspended, and one's own orders; writing comments,
   * buying tickets and reading what else is private cannot be done.
   */
  whileBanned?: true;
}

const permissions = {
  'comments:write': { for: ['member', 'staff', 'admin'] },
  'comments:delete-any': { for: ['staff', 'admin'] },
  'comments:moderate': { for: ['staff', 'admin'] },
  'desk:check-in': { for: ['staff', 'admin'] },
  'desk:sell': { for: ['staff', 'admin'] },
  'orders:buy': { for: ['member', 'staff', 'admin'] },
  // People with tickets can see and cancel them, also while suspended.
  'orders:own': { for: 'anyone', whileBanned: true },
  'profile:edit': { for: ['member', 'staff', 'admin'] },
  'sessions:end': { for: 'anyone', whileBanned: true },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** A verified user, or the response of `GET /api/me`. */
interface Person {
  roles: readonly string[];
  ban: object | null;
}

/** Decides about a signed-in user. `banned` comes before `forbidden`, because its message says until when. */
export function decide(
  { roles: of, ban }: Person,
  permission: Permission,
): 'allowed' | 'banned' | 'forbidden' {
  const rule: Rule = permissions[permission];
  if (ban && !rule.whileBanned) return 'banned';
  return hasPermission(of, permission) ? 'allowed' : 'forbidden';
}

/** Whether these roles hold the permission, a ban left aside. */
export function hasPermission(ofRoles: readonly string[], permission: Permission): boolean {
  const rule: Rule = permissions[permission];
  return rule.for === 'anyone' || rule.for.some((role) => ofRoles.includes(role));
}

/** Whether the permission comes with a role, which an account without one is given first. */
export function needsRole(permission: Permission): boolean {
  const rule: Rule = permissions[permission];
  return rule.for !== 'anyone';
}

/** The roles that we know, of a list from Identity; anything else there means nothing to us. */
export function parseRoles(values: readonly string[]): Role[] {
  return roles.filter((role) => values.includes(role));
}
