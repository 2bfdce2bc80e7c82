'use client';

import type { User } from 'gotrue-js';
import * as z from 'zod/mini';
import { toFailureKind } from './gotrue-errors';
import { IDENTITY_PATH, identityClient } from './client';
import { endSession } from './stored-session';
import {
  waitForSessionChange,
  readStoredSession,
  type RenewedToken,
  renewedTokenSchema,
  type StoredSession,
  saveRenewedToken,
} from './stored-session';

const LOCK = 'marquee.identity';
const REFRESH_MARGIN_MS = 60_000;
const REFRESH_TIMEOUT_MS = 20_000;
/** Longer than a browser takes to bring one tab's write to the storage to the others. */
const WRITE_ARRIVES_MS = 500;

/** Identity does not respond: the session goes on, and the same call may work in a moment. */
export class IdentityUnavailableError extends Error {
  override readonly name = 'IdentityUnavailableError';
}

/**
 * An access token with at least a minute left; null when nobody is signed in, or no longer.
 * `refused` is a token that a server has just rejected: whatever its expiry says, it is not returned again.
 * @throws IdentityUnavailableError when a refresh is needed and Identity does not respond.
 */
export async function getAccessToken(refused?: string): Promise<string | null> {
  const saved = readStoredSession();
  if (!saved) return null;
  if (isUsable(saved, refused)) return saved.accessToken;
  return withIdentityLock(() => refreshSaved(refused));
}

/** Renews the token now, whatever is left of it: Identity sets the cookie only with a refresh or a sign-in. */
export function renewAccessToken(): Promise<string | null> {
  return withIdentityLock(() => refreshSaved(readStoredSession()?.accessToken));
}

/** Does one call of Identity as the signed-in user, under the lock, because gotrue-js may refresh inside it. */
export function withUser<T>(work: (user: User) => Promise<T>): Promise<T | null> {
  return withIdentityLock(async () => {
    try {
      return await asUser(work);
    } catch (error) {
      if (toFailureKind(error) !== 'session-ended') throw error;
      // It looked good and was not, where this computer's clock was wrong or has been put right: once more with a new one.
      return asUser(work, readStoredSession()?.accessToken);
    }
  });
}

async function asUser<T>(work: (user: User) => Promise<T>, refused?: string): Promise<T | null> {
  if ((await refreshSaved(refused)) === null) return null;
  const user = (await identityClient()).currentUser();
  const saved = readStoredSession();
  if (!user || !saved) return null;
  // What gotrue-js holds in memory may be older than what another tab has saved.
  user.token = {
    access_token: saved.accessToken,
    refresh_token: saved.refreshToken,
    expires_at: saved.expiresAt.getTime(),
    expires_in: saved.expiresIn,
    token_type: 'bearer',
  };
  return work(user);
}

function isUsable(saved: StoredSession, refused?: string): boolean {
  return saved.accessToken !== refused && saved.expiresAt.getTime() - Date.now() > REFRESH_MARGIN_MS;
}

/** Two tabs that send the same refresh token are both signed out, because Identity takes each once (contract 2.2). */
async function withIdentityLock<T>(work: () => Promise<T>): Promise<T> {
  // Browsers offer locks on https and on localhost only; elsewhere one tab alone still works.
  if (!('locks' in navigator)) return work();
  const before = readStoredSession()?.refreshToken;
  const tried = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock ? { done: await work() } : null,
  );
  if (tried) return tried.done;
  return navigator.locks.request(LOCK, async () => {
    // Another tab has just had the lock. What it wrote may reach this one a moment after the lock does.
    if (readStoredSession()?.refreshToken === before) await waitForSessionChange(WRITE_ARRIVES_MS);
    return work();
  }) as Promise<T>;
}

async function refreshSaved(refused?: string): Promise<string | null> {
  // Read again inside the lock: another tab may have refreshed, or signed out, while we waited.
  const saved = readStoredSession();
  if (!saved) return null;
  if (isUsable(saved, refused)) return saved.accessToken;
  try {
    return await store(await requestToken(saved.refreshToken), saved);
  } catch (error) {
    if (toFailureKind(error) !== 'session-ended') {
      throw new IdentityUnavailableError('Identity did not renew the session.', { cause: error });
    }
    const renewed = await renewedElsewhere(saved);
    if (renewed) return renewAgain(renewed);
    endSession('identity');
    return null;
  }
}

/** Another tab may have used this refresh token a moment ago, and what it got may still be on its way to this one. */
async function renewedElsewhere(before: StoredSession): Promise<StoredSession | null> {
  if (readStoredSession()?.refreshToken === before.refreshToken) await waitForSessionChange(WRITE_ARRIVES_MS);
  const now = readStoredSession();
  return now && now.refreshToken !== before.refreshToken ? now : null;
}

/** Refusing a used refresh token, Identity has expired the cookie too: only a further renewal brings it back. */
async function renewAgain(saved: StoredSession): Promise<string | null> {
  try {
    return await store(await requestToken(saved.refreshToken), saved);
  } catch {
    return readStoredSession()?.accessToken ?? null;
  }
}

/**
 * Not `user.jwt(true)`: gotrue-js clears the session on any failure of a refresh, a dropped connection included, and the
 * other tabs would see that. Here a session ends only when Identity says so. Nor does it need that library, which a page
 * that is only read then does without.
 * @throws the error as gotrue-js would, or the network's error
 */
async function requestToken(refreshToken: string): Promise<RenewedToken> {
  const response = await fetch(`${IDENTITY_PATH}/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Use-Cookie': '1' },
    body: `grant_type=refresh_token&refresh_token=${encodeURIComponent(refreshToken)}`,
    signal: AbortSignal.timeout(REFRESH_TIMEOUT_MS),
  });
  if (response.ok) return z.parse(renewedTokenSchema, await response.json());
  const json: unknown = await response.json().catch(() => null);
  throw Object.assign(new Error('Identity refused to renew the token.'), { status: response.status, json });
}

async function store(token: RenewedToken, before: StoredSession): Promise<string | null> {
  const now = readStoredSession();
  if (!now) {
    // Signed out meanwhile; the response has set the cookie again.
    endSession();
    return null;
  }
  if (now.refreshToken !== before.refreshToken) return now.accessToken;
  saveRenewedToken(token);
  return token.access_token;
}
