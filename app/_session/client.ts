'use client';

import type GoTrue from 'gotrue-js';

/** Same origin: only so may Identity set and read the HttpOnly `nf_jwt` cookie. */
export const IDENTITY_PATH = '/.netlify/identity';

let client: GoTrue | null = null;
let recoveryClient: GoTrue | null = null;

/**
 * The one client of Identity, and the one place that makes it. gotrue-js keeps the current user in module state, which
 * on a server would be another visitor's: so it refuses there.
 */
export async function identityClient(): Promise<GoTrue> {
  const Client = await load();
  client ??= new Client({ APIUrl: IDENTITY_PATH, setCookie: true });
  // Each time: gotrue-js forgets `remember` for a user that signed in on this very page, and asks for a session cookie.
  client.api.defaultHeaders['X-Use-Cookie'] = '1';
  return client;
}

/** A client that never asks for a cookie: a recovery link opens no session before a new password is set. */
export async function cookielessClient(): Promise<GoTrue> {
  const Client = await load();
  recoveryClient ??= new Client({ APIUrl: IDENTITY_PATH, setCookie: false });
  return recoveryClient;
}

/**
 * Asks whether Identity would send people on from this address, without going there: a browser would show them Identity's
 * JSON.
 * @throws the error as gotrue-js would, or the network's error
 */
export async function requireRedirect(address: string): Promise<void> {
  const response = await fetch(address, { redirect: 'manual' });
  if (response.type === 'opaqueredirect') return;
  const json: unknown = await response.json().catch(() => null);
  throw Object.assign(new Error('Identity does not lead there.'), { status: response.status, json });
}

/** Clears the user in gotrue-js, if it was ever loaded. */
export function forgetUser(): void {
  client?.currentUser()?.clearSession();
}

/** Fetched when something is first asked of Identity: most pages are read without, by members too. */
async function load(): Promise<typeof GoTrue> {
  if (typeof window === 'undefined') throw new Error('Identity clients exist in browsers only.');
  return (await import('gotrue-js')).default;
}
