import { getSettings } from '../identity/gotrue';
import { DEFAULT_ROLE } from '../auth/policy';
import type { User } from '../identity/schema';
import { describeError, log } from '../log';
import { directoryRoles } from './staff-directory';
import { withTimeout } from '../with-timeout';

/** Of the 5 s that Identity waits: what is not known by then counts as no. */
const ASK_MS = 1_200;

/** The roles of somebody who signs up: those they have, else what the staff directory holds, else `member`. */
export async function initialRoles(user: User): Promise<string[]> {
  if (user.roles.length > 0) return user.roles;
  const staff = (await isAddressProven(user)) ? await rolesInTime(user.email) : [];
  return staff.length > 0 ? staff : [DEFAULT_ROLE];
}

/**
 * Whether the account's owner has proved that the address is theirs. A confirmed address is not enough: a stranger
 * may have registered it first, with a password that still works after the real owner has clicked the link, and with
 * autoconfirm nobody clicks at all (contract 11, row 26).
 */
async function isAddressProven({ invited, provider }: User): Promise<boolean> {
  const fromOutside = provider !== '' && provider !== 'email';
  if (!invited && !fromOutside) return false;
  try {
    return !(await getSettings(ASK_MS)).autoconfirm;
  } catch (error) {
    log.warn('sign-up.settings-unknown', { error: describeError(error) });
    return false;
  }
}

async function rolesInTime(email: string): Promise<string[]> {
  try {
    return await withTimeout(ASK_MS, directoryRoles(email));
  } catch (error) {
    log.error('sign-up.staff-directory-unread', { error: describeError(error) });
    return [];
  }
}
