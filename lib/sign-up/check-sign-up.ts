import { consumeLimit } from '../limits/limits';
import { ProblemError } from '../problem';
import { emailDomainRejection } from './email-domains';

const LIMIT = { name: 'sign-up-check', atMost: 30, windowSeconds: 60 };

/**
 * Whether an address may join, said before `/signup`, because Identity hides why an event's function refused. Throws as
 * `requireAllowedEmail`, and `too-many-requests` (429).
 */
export async function checkSignUp(email: string, caller: string, now: Date): Promise<{ allowed: true }> {
  await consumeLimit(LIMIT, caller, now);
  requireAllowedEmail(email);
  return { allowed: true };
}

/** Throws `email-domain-refused` (422) with the reason, when the domain rules do not let this address join. */
export function requireAllowedEmail(email: string): void {
  const reason = emailDomainRejection(email);
  if (reason === null) return;
  throw new ProblemError('email-domain-refused', {
    detail: reason,
    errors: [{ path: 'body.email', message: reason }],
  });
}
