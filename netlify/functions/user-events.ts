import type { UserDeletedEvent, UserModifiedEvent } from '@netlify/functions';
import { parseTypedUser } from '../../lib/identity/events';
import { ensureMember, markMemberGone } from '../../lib/members/members';

/**
 * What an operator does to an account. Sign-up, validation and sign-in have functions of their own name, so they must not
 * stand here: they would be handled twice. Netlify's build reads the names from this very object.
 */
export default {
  async userModified({ user }: UserModifiedEvent): Promise<undefined> {
    await ensureMember(parseTypedUser(user), new Date());
  },
  async userDeleted({ user }: UserDeletedEvent): Promise<undefined> {
    await markMemberGone(parseTypedUser(user).id, new Date());
  },
};
