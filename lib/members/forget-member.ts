import { deleteProfile } from '../profiles/profiles';
import { markMemberGone } from './members';

/** The account is gone in Identity: the name goes out of the mirror, and what the person kept here is deleted. */
export async function forgetMember(id: string, observedAt: Date): Promise<void> {
  await Promise.all([markMemberGone(id, observedAt), deleteProfile(id)]);
}
