import { takeFromLimit } from '../limits/limits';
import { ProblemError } from '../problem';
import { whyAddressRefused } from './email-domains';

const LIMIT = { name: 'sign-up-check', atMost: 30, windowSeconds: 60 };

/**
 * Whether an address may join, said before `/signup`, because Identity hides why an event's function refused. Throws as
 * `refuseAddress`, and `too-many-requests` (429).
 */
export async function checkSignUp(email: string, caller: string, now: Date): Promise<{ allowed: true }> {
  await takeFromLimit(LIMIT, caller, now);
  refuseAddress(email);
  return { allowed: true };
}

/** Throws `email-domain-refused` (422) with the reason, when the domain rules do not let this address join. */
export function refuseAddress(email: string): void {
  const reason = whyAddressRefused(email);
  if (reason === null) return;
  throw new ProblemError('email-domain-refused', {
    detail: reason,
    errors: [{ path: 'body.email', message: reason }],
  });
}
