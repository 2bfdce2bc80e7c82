import { parseRoles } from '../auth/policy';
import type { Me } from './schema';
import type { Session } from '../auth/authenticate';
import type { User } from '../identity/schema';
import { describeError, log } from '../log';
import { ProblemError } from '../problem';
import { provisionAccount } from '../auth/provision';

/** The lifetime of a link that confirms a new address (contract 3.5). */
const LINK_WORKS_MS = 24 * 60 * 60 * 1000;

/** Who is signed in, for themselves: behind `GET /api/me` and the first paint of private pages. */
export async function getMe(session: Session | null): Promise<Me> {
  if (!session) return { user: null };
  const { ban } = session;
  const user = ban ? session.user : await provisionedOrAsIs(session);
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      roles: parseRoles(user.roles),
      ban: ban && { reason: ban.reason, until: ban.until?.toISOString() ?? null },
      createdVia: createdViaOf(user),
      pendingEmail: pendingEmailOf(user, new Date()),
    },
  };
}

type Account = NonNullable<Me['user']>;

/** An invited person may have accepted with an outside provider: the invitation is what made the account. */
function createdViaOf({ invited, provider, createdAt }: User): Account['createdVia'] {
  const at = createdAt?.toISOString() ?? null;
  if (invited) return { by: 'invitation', provider: null, at };
  if (provider === '' || provider === 'email') return { by: 'email', provider: null, at };
  return { by: 'provider', provider, at };
}

function pendingEmailOf({ newEmail }: User, now: Date): Account['pendingEmail'] {
  if (!newEmail) return null;
  const { address, sentAt } = newEmail;
  const expired = now.getTime() - sentAt.getTime() > LINK_WORKS_MS;
  return { address, sentAt: sentAt.toISOString(), expired };
}

/** People may read while the operator's side of Identity is down: they get their role with the first act that needs it. */
async function provisionedOrAsIs(session: Session): Promise<User> {
  try {
    return await provisionAccount(session);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    log.warn('account.provision-failed', { error: describeError(error.cause) });
    return session.user;
  }
}
