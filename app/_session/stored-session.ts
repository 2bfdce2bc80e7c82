'use client';

import * as z from 'zod/mini';
import { localStore } from './storage';
import { forgetUser } from './client';

/** Where gotrue-js 1.0.1 stores the session; the only copy that all tabs share, so the only one that counts. */
const STORED_SESSION_KEY = 'gotrue.user';
const CHANGE_EVENT = 'marquee:session';

const storedSessionSchema = z.object({
  id: z.string(),
  email: z.string(),
  token: z.object({
    access_token: z.string(),
    refresh_token: z.string(),
    /** Milliseconds since 1970. */
    expires_at: z.number(),
    /** Seconds from when it was given; other clients of Identity have saved it as a word. */
    expires_in: z.catch(z.number(), 3600),
  }),
});

export interface StoredSession {
  id: string;
  email: string;
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  /** Seconds from when it was given. */
  expiresIn: number;
}

/** What Identity returns for a refresh, as far as it is stored. */
export const renewedTokenSchema = z.looseObject({
  access_token: z.string(),
  refresh_token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
});
export type RenewedToken = z.infer<typeof renewedTokenSchema>;

/** The session of this browser as it is now in all tabs; null when nobody is signed in or the storage is closed to us. */
export function readStoredSession(): StoredSession | null {
  const saved = z.safeParse(storedSessionSchema, localStore.read(STORED_SESSION_KEY));
  if (!saved.success) return null;
  const { id, email, token } = saved.data;
  return {
    id,
    email,
    accessToken: token.access_token,
    refreshToken: token.refresh_token,
    expiresAt: new Date(token.expires_at),
    expiresIn: token.expires_in,
  };
}

/**
 * Right after signing in: gotrue-js has noted when the token ends by the server's clock, which a computer whose own clock
 * is wrong would read as long over, or as good for hours.
 */
export function stampStoredSession(): void {
  const saved = z.safeParse(storedSessionSchema, localStore.read(STORED_SESSION_KEY));
  if (saved.success) saveRenewedToken(saved.data.token);
}

/** Puts a renewed token into the saved session, which stays gotrue-js's own otherwise. */
export function saveRenewedToken(token: RenewedToken): void {
  const saved = localStore.read(STORED_SESSION_KEY);
  // Counted from now by our own clock: that of the server may differ from it.
  const expiresAt = Date.now() + token.expires_in * 1000;
  localStore.write(STORED_SESSION_KEY, { ...Object(saved), token: { ...token, expires_at: expiresAt } });
}

function removeStoredSession(): void {
  localStore.remove(STORED_SESSION_KEY);
}

/** Tells this tab that somebody has signed in or out; the other tabs hear it from the browser's `storage` event. */
function broadcastSessionChange(): void {
  window.dispatchEvent(new Event(CHANGE_EVENT));
}

/** Calls back when the session may have changed, in this tab or another. Returns what stops it. */
export function onSessionChange(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    // A null key: the whole storage was cleared.
    if (event.key === STORED_SESSION_KEY || event.key === null) listener();
  };
  window.addEventListener('storage', onStorage);
  window.addEventListener(CHANGE_EVENT, listener);
  return () => {
    window.removeEventListener('storage', onStorage);
    window.removeEventListener(CHANGE_EVENT, listener);
  };
}

/** Resolves at the next change of the session by another tab, or after `timeoutMs` without one. */
export function waitForSessionChange(timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, timeoutMs);
    const stop = onSessionChange(done);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

/** The cookie of a session that has ended is still there: until `removeCookie` has reached our server. */
const PENDING_KEY = 'marquee.sign-out-pending';
/** Nobody has signed out here and yet the session is over: pages say so until somebody signs in. */
const ENDED_KEY = 'marquee.session-ended';

/**
 * Signs this browser out, in all its tabs, also with Identity down. Hearing of it, the session store has our server expire
 * the HttpOnly cookie. It does not call `/logout`, which would sign the person out on every device (contract 2.2).
 */
export function endSession(by: 'person' | 'identity' = 'person'): void {
  forgetUser();
  removeStoredSession();
  localStore.write(PENDING_KEY, true);
  if (by === 'identity') localStore.write(ENDED_KEY, true);
  else forgetEndedSession();
  broadcastSessionChange();
}

export function hasExpired(): boolean {
  return localStore.read(ENDED_KEY) === true;
}

export function forgetEndedSession(): void {
  localStore.remove(ENDED_KEY);
}

export function isCookieLeft(): boolean {
  return localStore.read(PENDING_KEY) === true;
}

export function noteCookieRemoved(): void {
  localStore.remove(PENDING_KEY);
}
