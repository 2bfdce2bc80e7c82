import { requireWriteAccess } from '../db/write-access';
import { ProblemError } from '../problem';
import type { Session } from './authenticate';
import { type Ban, formatBanText } from './bans';
import { decide, needsRole, type Permission } from './policy';
import { provisionAccount } from './provision';

/**
 * Checks that the caller has a permission; routes and pages use it. The returned session has the default role, and
 * its user is in the mirror. Throws `session-required` (401) without a session, `banned` and `forbidden` (403)
 * without the permission, `preview-read-only` if nothing may be written, and `identity-unavailable`.
 */
export async function authorize(
  session: Session | null,
  permission: Permission,
  { writes = false } = {},
): Promise<Session> {
  if (!session) throw new ProblemError('session-required', { detail: 'Sign in, then do it again.' });
  const { ban } = session;
  const { roles } = session.user;
  if (ban && decide({ roles, ban }, permission) === 'banned') throw bannedProblem(ban);
  if (writes) await requireWriteAccess();
  const user = needsRole(permission) && !ban ? await provisionAccount(session) : session.user;
  if (decide({ roles: user.roles, ban }, permission) === 'allowed') return { ...session, user };
  const detail = 'Your account doesn’t have the role this needs. Ask the cinema.';
  throw new ProblemError('forbidden', { detail });
}

function bannedProblem(ban: Ban): ProblemError {
  const extra = { reason: ban.reason, until: ban.until?.toISOString() ?? null };
  return new ProblemError('banned', { detail: formatBanText(ban), extra });
}
