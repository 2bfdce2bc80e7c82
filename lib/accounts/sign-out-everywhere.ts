import { logout } from '../identity/gotrue';
import { invalidateSessions, type Session } from '../auth/session';
import { revokeTokens, tokenExpiry } from '../auth/token-revocations';
import { ProblemError } from '../problem';

/**
 * Signs a person out on every device: Identity takes none of their refresh tokens any more, then we refuse their access
 * tokens of up to this moment. In this order, so that no token is renewed between the two; what failed can be repeated.
 * Throws `session-required`, `session-invalid` and `identity-unavailable`.
 */
export async function signOutEverywhere(session: Session | null): Promise<void> {
  if (!session) {
    throw new ProblemError('session-required', { detail: 'Nobody is signed in here.' });
  }
  const { user, accessToken } = session;
  const ended = await logout(accessToken);
  invalidateSessions(user.id, accessToken);
  if (!ended) {
    throw new ProblemError('session-invalid', { detail: 'This session has ended already.' });
  }
  await revokeTokens(user.id, tokenExpiry(accessToken), new Date());
}
