'use client';

import { localStore, sessionStore } from '../_session/storage';

/** What this browser remembers of the links that Identity mails. */

const REQUESTED_KEY = 'marquee.email-requested-at';
/** As long as the link in a mail works. */
const LINK_WORKS_MS = 24 * 60 * 60 * 1000;

/** An e-mail with a link is on its way to somebody who has asked for it in this browser. */
export function rememberEmailRequest(): void {
  localStore.write(REQUESTED_KEY, Date.now());
}

/**
 * What to add for somebody who opens that link in another browser: their draft is where they `did` ask for
 * it ("joined"), and cannot be seen from here. Empty in that browser itself.
 */
export function otherBrowserHint(did: string): string {
  const at = localStore.read(REQUESTED_KEY);
  if (typeof at === 'number' && Date.now() - at < LINK_WORKS_MS) return '';
  return ` If you were writing a comment, your draft is in the browser in which you ${did}.`;
}

const CHANGE_KEY = 'marquee.pending-email-change';

/** The token of a change of address that waits until its owner has signed in. */
export const pendingEmailChange = {
  take(): string | null {
    const token = sessionStore.read(CHANGE_KEY);
    sessionStore.remove(CHANGE_KEY);
    return typeof token === 'string' ? token : null;
  },
  save: (token: string) => sessionStore.write(CHANGE_KEY, token),
};
