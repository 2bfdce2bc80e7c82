'use client';

import { forgetUser } from './client';
import { localStore } from './storage';
import { broadcastSessionChange, removeSavedSession } from './stored-session';

/** A sign-out whose cookie could not be expired (no network) is remembered until it could. */
const PENDING_KEY = 'marquee.sign-out-pending';
/** Nobody has signed out here and yet the session is over: pages say so until somebody signs in. */
const ENDED_KEY = 'marquee.session-ended';

/**
 * Signs this browser out: the saved session at once, then the HttpOnly cookie, which only our server can expire. Works
 * with Identity down. It does not call `/logout`, which would sign the person out on every device (contract 2.2).
 */
export async function endSession(by: 'person' | 'identity' = 'person'): Promise<void> {
  forgetUser();
  removeSavedSession();
  localStore.write(PENDING_KEY, true);
  if (by === 'identity') localStore.write(ENDED_KEY, true);
  else forgetEndedSession();
  broadcastSessionChange();
  await retryCookieRemoval();
}

export function hasExpired(): boolean {
  return localStore.read(ENDED_KEY) === true;
}

export function forgetEndedSession(): void {
  localStore.remove(ENDED_KEY);
}

/** Expires the cookie if a sign-out has still to do that; otherwise it does nothing. */
export async function retryCookieRemoval(): Promise<void> {
  if (localStore.read(PENDING_KEY) !== true) return;
  try {
    const response = await fetch('/api/session', { method: 'DELETE' });
    if (response.ok) localStore.remove(PENDING_KEY);
  } catch {
    // No network: the next page view tries again.
  }
}
