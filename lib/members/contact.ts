import { findUserById } from '../identity/gotrue';
import { describeError, log } from '../log';
import { ProblemError } from '../problem';

/**
 * A member's e-mail address as Identity has it now, for staff: we store none. Null when the account is gone or Identity
 * does not respond.
 */
export async function findEmail(memberId: string): Promise<string | null> {
  try {
    return (await findUserById(memberId))?.email ?? null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    log.warn('member.email-unavailable', { error: describeError(error) });
    return null;
  }
}
