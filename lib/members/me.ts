import { findBan } from '../bans/bans';
import { knownRoles } from '../identity/roles';
import type { Me, Session, User } from '../identity/schema';
import { describeError, log } from '../log';
import { ProblemError } from '../problem';
import { settleAccount } from './settle-account';

/** Who is signed in, for themselves: behind `GET /api/me` and the first paint of private pages. */
export async function getMe(session: Session | null): Promise<Me> {
  if (!session) return { user: null };
  const ban = await findBan(session.user, new Date());
  const user = ban ? session.user : await settledOrAsIs(session);
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      roles: knownRoles(user.roles),
      ban: ban && { reason: ban.reason, until: ban.until?.toISOString() ?? null },
    },
  };
}

/** People may read while the operator's side of Identity is down: they get their role with the first act that needs it. */
async function settledOrAsIs(session: Session): Promise<User> {
  try {
    return await settleAccount(session);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    log.warn('member.not-settled', { error: describeError(error.cause) });
    return session.user;
  }
}
