import { requestEmailChange } from '../identity/gotrue';
import { invalidateSessions, type Session } from '../auth/session';
import { consumeLimit } from '../rate-limit/rate-limit';
import { ProblemError } from '../problem';
import { requireAllowedEmail } from './email-domains';

/** Each one sends a mail to somebody who may not have asked for it. */
const LIMIT = { name: 'email-change', atMost: 5, windowSeconds: 900 };

/**
 * The first of two steps: Identity mails a link to the new address (contract 3.5). The house's rules for addresses hold as
 * at sign-up. What was known about the session counts no longer. Throws `email-domain-refused`, `email-taken`, `invalid`,
 * `too-many-requests`, `mail-not-sent`, `session-invalid` and `identity-unavailable`.
 */
export async function askForNewEmail(session: Session, email: string, now: Date): Promise<Session> {
  if (email.toLowerCase() === session.user.email.toLowerCase()) {
    throw new ProblemError('invalid', {
      detail: 'Nothing was changed.',
      errors: [{ path: 'body.email', message: 'This is your address already.' }],
    });
  }
  requireAllowedEmail(email);
  await consumeLimit(LIMIT, session.user.id, now);
  const user = await requestEmailChange(session.accessToken, email);
  invalidateSessions(session.user.id, session.accessToken);
  if (user) return { ...session, user, observedAt: now };
  throw new ProblemError('session-invalid', { detail: 'Sign in again, then change the address.' });
}
