import { requestEmailChange } from '../identity/gotrue';
import { invalidateSessions, type Session } from '../auth/session';
import { EMAIL_CHANGE_LIMIT } from '../rate-limit/limits';
import { consume } from '../rate-limit/rate-limit';
import { ProblemError } from '../problem';
import { requireAllowedEmail } from './email-domains';

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
  await consume(EMAIL_CHANGE_LIMIT, session.user.id, now);
  const user = await requestEmailChange(session.accessToken, email);
  invalidateSessions(session.user.id, session.accessToken);
  if (user) return { ...session, user, observedAt: now };
  throw new ProblemError('session-invalid', { detail: 'Sign in again, then change the address.' });
}
