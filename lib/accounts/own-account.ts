import { logout, requestEmailChange, updateOwnName } from '../identity/gotrue';
import { invalidateSessions, type Session } from '../auth/authenticate';
import { ProblemError } from '../problem';
import { ensureMember } from '../members/members';
import { requireAllowedEmail } from './email-domains';
import { revokeTokens, tokenExpiry } from '../auth/token-revocations';

/**
 * Changes a user's name with their own token: in Identity, then in the mirror, because Identity fires no event for
 * it. The cached session is invalidated. Throws `session-invalid` and `identity-unavailable`.
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

/**
 * Requests a change of address, the first of two steps: Identity mails a link to the new address (contract 3.5). The
 * same domain rules apply as at sign-up. The cached session is invalidated. Throws `email-domain-refused`,
 * `email-taken`, `invalid`, `too-many-requests`, `mail-not-sent`, `session-invalid` and `identity-unavailable`.
 */
export async function askForNewEmail(session: Session, email: string, now: Date): Promise<Session> {
  if (email.toLowerCase() === session.user.email.toLowerCase()) {
    throw new ProblemError('invalid', {
      detail: 'Nothing was changed.',
      errors: [{ path: 'body.email', message: 'This is your address already.' }],
    });
  }
  requireAllowedEmail(email);
  const user = await requestEmailChange(session.accessToken, email);
  invalidateSessions(session.user.id, session.accessToken);
  if (user) return { ...session, user, observedAt: now };
  throw new ProblemError('session-invalid', { detail: 'Sign in again, then change the address.' });
}

/**
 * Signs a person out on every device: Identity takes none of their refresh tokens any more, then we refuse their access
 * tokens of up to this moment. In this order, so that no token is renewed between the two; what failed can be repeated.
 * Throws `session-invalid` and `identity-unavailable`.
 */
export async function signOutEverywhere({ user, accessToken }: Session, now: Date): Promise<void> {
  const ended = await logout(accessToken);
  invalidateSessions(user.id, accessToken);
  if (!ended) {
    throw new ProblemError('session-invalid', { detail: 'This session has ended already.' });
  }
  await revokeTokens(user.id, tokenExpiry(accessToken), now);
}
