'use client';

import { localStore, sessionStore } from './storage';

const RETURN_TO_KEY = 'marquee.return-to';
const TO_ACCOUNT_KEY = 'marquee.return-to-account';
/** As long as the link of a confirmation mail works. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Pages about the account itself, and addresses that are no pages: nobody wants to come back to those. */
const NEVER =
  /^\/(join|sign-in|confirm|forgotten-password|new-password|account|api|\.netlify|__local|_next)(\/|$)/;

/**
 * A path of this site, cleaned, or null. Refuses everything that a browser could read as another site: `//host`,
 * backslashes, control characters, and the same once or twice percent-encoded.
 */
export function safeReturnPath(value: unknown, origin: string): string | null {
  if (typeof value !== 'string' || value.length > 2000 || !isPlainPath(value)) return null;
  if (!URL.canParse(value, origin)) return null;
  const url = new URL(value, origin);
  if (url.origin !== origin || !isPlainPath(url.pathname) || NEVER.test(url.pathname)) return null;
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

/** Saves where somebody is: for this tab, and for the new one that the link in an e-mail opens. */
export function saveReturnTo(path: string): void {
  const safe = safeReturnPath(path, window.location.origin);
  if (!safe) return;
  const saved = { path: safe, at: Date.now() };
  sessionStore.remove(TO_ACCOUNT_KEY);
  sessionStore.write(RETURN_TO_KEY, saved);
  localStore.write(RETURN_TO_KEY, saved);
}

/** For people who sign in from the account page: they return to it, in this tab. */
export function saveReturnToAccount(): void {
  sessionStore.write(TO_ACCOUNT_KEY, true);
}

/** Where to go back to; the programme when nothing is known, or too old. */
export function takeReturnTo(): string {
  if (sessionStore.read(TO_ACCOUNT_KEY) === true) return '/account';
  // Where this tab was last is so however long it slept.
  return (
    parseSaved(sessionStore.read(RETURN_TO_KEY), Infinity) ??
    parseSaved(localStore.read(RETURN_TO_KEY), MAX_AGE_MS) ??
    '/'
  );
}

function parseSaved(saved: unknown, maxAgeMs: number): string | null {
  if (typeof saved !== 'object' || saved === null || !('path' in saved) || !('at' in saved)) return null;
  if (typeof saved.at !== 'number' || Date.now() - saved.at > maxAgeMs) return null;
  return safeReturnPath(saved.path, window.location.origin);
}
