import { deleteProfile } from '../profiles/profiles';
import { markMemberDeleted } from './members';

/** The account is gone in Identity: the name goes out of the mirror, and what the person kept here is deleted. */
export async function eraseMember(id: string, observedAt: Date): Promise<void> {
  await Promise.all([markMemberDeleted(id, observedAt), deleteProfile(id)]);
}
