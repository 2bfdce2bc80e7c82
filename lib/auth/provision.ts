import { findUserById, updateRoles } from '../identity/gotrue';
import { DEFAULT_ROLE } from './policy';
import { invalidateSessions, type Session } from './authenticate';
import type { User } from '../identity/schema';
import { ensureMember } from '../members/members';

/** What this process has put into the mirror already: one entry a user, so that a warm request writes nothing. */
const mirrored = new Map<string, string>();
const MIRRORED_KEPT = 5_000;
const settling = new Map<string, Promise<User>>();

/**
 * The first authenticated request of an account: people of outside providers and those made by an admin come without a
 * sign-up event. Gives the default role to an account without roles, and mirrors. Nothing on later calls, unless the
 * name or the badge has changed. Answers the user with their roles. Throws `identity-unavailable`.
 */
export async function provisionAccount({ user, accessToken, observedAt }: Session): Promise<User> {
  if (user.roles.length > 0) {
    await mirror(user, observedAt);
    return user;
  }
  const running = settling.get(user.id);
  if (running) return running;
  const attempt = giveDefaultRole(user, accessToken).finally(() => settling.delete(user.id));
  settling.set(user.id, attempt);
  return attempt;
}

async function giveDefaultRole(user: User, accessToken: string): Promise<User> {
  const observedAt = new Date();
  // Asked again, because the answer in hand may be seconds old and the operator's word would replace newer roles.
  const current = await findUserById(user.id);
  const settled = current?.roles.length === 0 ? await updateRoles(user.id, [DEFAULT_ROLE]) : current;
  invalidateSessions(user.id, accessToken);
  // Gone in this moment: the next question about the token will be refused.
  if (!settled) return user;
  await mirror(settled, observedAt);
  return settled;
}

async function mirror(user: User, observedAt: Date): Promise<void> {
  const shown = JSON.stringify([user.name, user.roles]);
  if (mirrored.get(user.id) === shown) return;
  await ensureMember(user, observedAt);
  mirrored.delete(user.id);
  mirrored.set(user.id, shown);
  const oldest = mirrored.keys().next();
  if (mirrored.size > MIRRORED_KEPT && !oldest.done) mirrored.delete(oldest.value);
}
