import type { User } from '../identity/schema';
import { describeError, log } from '../log';
import { within } from '../within';
import { ensureMember } from './members';

/** Identity waits 5 s for an event's answer, and what the mirror misses comes with the first request. */
const MIRROR_MS = 2_000;

/** Puts the user of an event into the mirror; a database that fails or hangs fails nobody's sign-up or sign-in. */
export async function tryMirrorUser(
  user: Pick<User, 'id' | 'name' | 'roles'>,
  receivedAt: Date,
): Promise<void> {
  try {
    await within(MIRROR_MS, ensureMember(user, receivedAt));
  } catch (error) {
    log.warn('members.not-mirrored', { error: describeError(error) });
  }
}
