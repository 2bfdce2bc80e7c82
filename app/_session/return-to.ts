'use client';

import { localStore, sessionStore } from './storage';

const PLACE_KEY = 'marquee.return-to';
const TO_ACCOUNT_KEY = 'marquee.return-to-account';
/** As long as the link of a confirmation mail works. */
const PLACE_KEPT_MS = 24 * 60 * 60 * 1000;

/** Pages about the account itself, and addresses that are no pages: nobody wants to come back to those. */
const NO_PLACE =
  /^\/(join|sign-in|confirm|forgotten-password|new-password|account|api|\.netlify|__local|_next)(\/|$)/;

/**
 * A path of this site, cleaned, or null. Refuses everything that a browser could read as another site: `//host`,
 * backslashes, control characters, and the same once or twice percent-encoded.
 */
export function safeReturnPath(value: unknown, origin: string): string | null {
  if (typeof value !== 'string' || value.length > 2000 || !isPlainPath(value)) return null;
  if (!URL.canParse(value, origin)) return null;
  const url = new URL(value, origin);
  if (url.origin !== origin || !isPlainPath(url.pathname) || NO_PLACE.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

function isPlainPath(value: string): boolean {
  let path = value;
  for (let round = 0; round < 3; round += 1) {
    // oxlint-disable-next-line no-control-regex -- control characters are what we look for
    if (!path.startsWith('/') || /^\/\/|[\\\u0000-\u001f\u007f]/.test(path)) return false;
    try {
      path = decodeURIComponent(path);
    } catch {
      return false;
    }
  }
  return true;
}

/** Notes where somebody is: for this tab, and for the new one that the link in a mail opens. */
export function saveReturnTo(path: string): void {
  const place = safeReturnPath(path, window.location.origin);
  if (!place) return;
  const kept = { place, at: Date.now() };
  sessionStore.remove(TO_ACCOUNT_KEY);
  sessionStore.write(PLACE_KEY, kept);
  localStore.write(PLACE_KEY, kept);
}

/** For whoever signs in from the account page: that is where they want to be, in this tab. */
export function saveReturnToAccount(): void {
  sessionStore.write(TO_ACCOUNT_KEY, true);
}

/** Where to go back to; the programme when nothing is known, or too old. */
export function takeReturnTo(): string {
  if (sessionStore.read(TO_ACCOUNT_KEY) === true) return '/account';
  // Where this tab was last is so however long it slept.
  return (
    toKept(sessionStore.read(PLACE_KEY), Infinity) ?? toKept(localStore.read(PLACE_KEY), PLACE_KEPT_MS) ?? '/'
  );
}

function toKept(kept: unknown, forMs: number): string | null {
  if (typeof kept !== 'object' || kept === null || !('place' in kept) || !('at' in kept)) return null;
  if (typeof kept.at !== 'number' || Date.now() - kept.at > forMs) return null;
  return safeReturnPath(kept.place, window.location.origin);
}
