'use client';

import { renewToken, withUser } from './fresh-token';
import { tabItems } from './items';
import { readSavedSession } from './saved-session';
import { refreshSession } from './session-store';

const KEY = 'marquee.pending-email-change';

/** The token of a change of address that waits until its owner has signed in. */
export const pendingEmailChange = {
  take(): string | null {
    const token = tabItems.read(KEY);
    tabItems.remove(KEY);
    return typeof token === 'string' ? token : null;
  },
  keep: (token: string) => tabItems.write(KEY, token),
};

/** Makes the new address count; null when nobody is signed in, which Identity requires (contract 3.5). */
export async function changeEmail(token: string): Promise<string | null> {
  const user = await withUser((signedIn) => signedIn.update({ email_change_token: token }));
  if (!user) return null;
  // The token carries the address too; without renewing it the old one would show for up to an hour.
  await renewToken().catch(() => null);
  await refreshSession();
  return readSavedSession()?.email ?? user.email;
}
