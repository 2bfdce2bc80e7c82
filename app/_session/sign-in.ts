'use client';

import type { Token } from 'gotrue-js';
import * as z from 'zod/mini';
import { identityClient } from './client';
import { renewAccessToken } from './access-token';
import { stampStoredSession } from './stored-session';
import { refreshSession, type SessionSnapshot } from './session-store';

/** Identity's tokens, as far as we pass them between pages. */
export const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string() });
export type Tokens = z.infer<typeof tokensSchema>;

/** Each of these signs in, has Identity set the cookie, and returns who is signed in then. */
export async function signIn(email: string, password: string): Promise<SessionSnapshot> {
  await (await identityClient()).login(email, password, true);
  stampStoredSession();
  return refreshSession();
}

export async function confirmAddress(token: string): Promise<SessionSnapshot> {
  await (await identityClient()).confirm(token, true);
  stampStoredSession();
  return refreshSession();
}

export async function acceptInvitation(token: string, password: string): Promise<SessionSnapshot> {
  await (await identityClient()).acceptInvite(token, password, true);
  stampStoredSession();
  return refreshSession();
}

/** Tokens that came without a cookie, from another sign-in service or a recovery: renewing them sets it. */
export async function adoptTokens(tokens: Tokens): Promise<SessionSnapshot> {
  // gotrue-js reads the expiry from the token itself.
  const token: Token = { ...tokens, expires_at: 0, expires_in: 0, token_type: 'bearer' };
  await (await identityClient()).createUser(token, true);
  await renewAccessToken();
  return refreshSession();
}
