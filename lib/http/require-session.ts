import { findActiveBan, formatBanText } from '../auth/bans';
import { requireWriteAccess } from '../db/write-access';
import { type Permission, hasPermission } from '../auth/roles';
import { findSession, type Session } from '../auth/session';
import { provisionAccount } from '../accounts/provision';
import { ProblemError } from '../problem';

/**
 * The caller of a protected route: signed in, not banned (our record and Identity's roles, looked up on every call), with
 * the default role and a place in the mirror by now. Throws `session-required`, `session-invalid`, `banned`, `forbidden`,
 * `preview-read-only`, `identity-unavailable`.
 */
export async function requireSession(request: Request, permission: Permission): Promise<Session> {
  const session = await findSession(request);
  if (!session) {
    throw new ProblemError('session-required', { detail: 'Sign in, then do it again.' });
  }
  await refuseBanned(session);
  if (request.method !== 'GET' && request.method !== 'HEAD') await requireWriteAccess();
  const user = await provisionAccount(session);
  if (hasPermission(user.roles, permission)) return { ...session, user };
  const detail = 'Your account doesn’t have the role this needs. Ask the cinema.';
  throw new ProblemError('forbidden', { detail });
}

async function refuseBanned({ user }: Session): Promise<void> {
  const ban = await findActiveBan(user, new Date());
  if (!ban) return;
  const extra = { reason: ban.reason, until: ban.until?.toISOString() ?? null };
  throw new ProblemError('banned', { detail: formatBanText(ban), extra });
}
