import { updateOwnName } from '../identity/gotrue';
import { invalidateSessions, type Session } from '../auth/session';
import { ProblemError } from '../problem';
import { ensureMember } from '../members/members';

/**
 * Writes a person's own name with their own token: in Identity, then in the mirror, because Identity fires no event for
 * it. What was known about their session counts no longer. Throws `session-invalid` and `identity-unavailable`.
 */
export async function updateName(session: Session, name: string): Promise<Session> {
  const observedAt = new Date();
  const user = await updateOwnName(session.accessToken, name);
  invalidateSessions(session.user.id, session.accessToken);
  if (!user) {
    throw new ProblemError('session-invalid', { detail: 'Sign in again, then change the name.' });
  }
  await ensureMember(user, observedAt);
  return { ...session, user, observedAt };
}
