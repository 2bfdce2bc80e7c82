import type { User } from '../identity/schema';
import { describeError, log } from '../log';
import { withTimeout } from '../with-timeout';
import { ensureMember, markMemberDeleted } from './members';
import { deleteProfile } from './profile';

/** Identity waits 5 s for an event's answer, and what the mirror misses comes with the first request. */
const MIRROR_MS = 2_000;

/** Puts the user of an event into the mirror; a database that fails or hangs fails nobody's sign-up or sign-in. */
export async function tryMirrorUser(
  user: Pick<User, 'id' | 'name' | 'roles'>,
  receivedAt: Date,
): Promise<void> {
  try {
    await withTimeout(MIRROR_MS, ensureMember(user, receivedAt));
  } catch (error) {
    log.warn('member.mirror-failed', { error: describeError(error) });
  }
}

/** The account is gone in Identity: the name goes out of the mirror, and what the person kept here is deleted. */
export async function eraseMember(id: string, observedAt: Date): Promise<void> {
  await Promise.all([markMemberDeleted(id, observedAt), deleteProfile(id)]);
}
