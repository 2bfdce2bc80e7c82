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
 * Sets up an account on its first authenticated request: people from other sign-in services, and accounts made by an
 * admin, come without a sign-up event. Gives the default role to an account without roles, and adds it to the mirror.
 * Later calls do nothing, unless the name or the staff badge has changed. Returns the user with their roles. Throws
 * `identity-unavailable`.
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
  // Asked again, because the response at hand may be seconds old, and the operator's update would replace newer
  // roles.
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
