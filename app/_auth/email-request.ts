'use client';

import { localStore } from '../_session/storage';

const KEY = 'marquee.mail-asked-at';
/** As long as the link in a mail works. */
const LINK_WORKS_MS = 24 * 60 * 60 * 1000;

/** A mail with a link is on its way to somebody who has asked for it in this browser. */
export function rememberEmailRequest(): void {
  localStore.write(KEY, Date.now());
}

/**
 * What to add for somebody who opens that link in another browser: what they were writing is kept where they `did` ask for
 * it ("joined"), and cannot be seen from here. Empty in that browser itself.
 */
export function otherBrowserHint(did: string): string {
  const at = localStore.read(KEY);
  if (typeof at === 'number' && Date.now() - at < LINK_WORKS_MS) return '';
  return ` If you were writing a comment, your draft is in the browser in which you ${did}.`;
}
