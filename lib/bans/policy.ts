/**
 * Whether Identity bars the account: a role that begins with "banned", in any letter case, in `app_metadata.roles` or in
 * `app_metadata.authorization.roles` (where Netlify looks for the roles of outside providers).
 */
export function hasBannedRole(appMetadata: Record<string, unknown>): boolean {
  const { roles, authorization } = appMetadata;
  return [...listOf(roles), ...listOf(rolesOf(authorization))].some(
    (role) => typeof role === 'string' && /^\s*banned/i.test(role),
  );
}

/** One role may also stand there as a word of its own. */
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function rolesOf(authorization: unknown): unknown {
  return typeof authorization === 'object' && authorization !== null && 'roles' in authorization
    ? authorization.roles
    : undefined;
}
