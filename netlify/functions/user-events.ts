import type { UserDeletedEvent, UserModifiedEvent } from '@netlify/functions';
import { revokeTokens } from '../../lib/auth/token-revocations';
import { parseTypedUser } from '../../lib/identity/events';
import { ensureMember, eraseMember } from '../../lib/members/members';
import { requestRevalidation } from '../../lib/revalidate/request-revalidation';

/**
 * What an operator does to an account. Sign-up, validation and sign-in have functions of their own name, so they must not
 * stand here: they would be handled twice. Netlify's build reads the names from this very object.
 */
export default {
  async userModified({ user }: UserModifiedEvent): Promise<undefined> {
    const changed = parseTypedUser(user);
    await ensureMember(changed, new Date());
    await requestRevalidation({ memberIds: [changed.id] });
  },
  async userDeleted({ user }: UserDeletedEvent): Promise<undefined> {
    const { id } = parseTypedUser(user);
    const now = new Date();
    // First: Identity's answer of a moment ago lets nobody in any more, so nothing is written after it was erased.
    await revokeTokens(id, null, now);
    await eraseMember(id, now);
    await requestRevalidation({ memberIds: [id] });
  },
};
