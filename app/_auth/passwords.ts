'use client';

import * as z from 'zod/mini';
import { cookielessClient } from '../_session/client';
import { acceptInvitation, adoptTokens, type Tokens, tokensSchema } from '../_session/sign-in';
import { sessionStore } from '../_session/storage';
import type { SessionSnapshot } from '../_session/session-store';
import { toFailureKind } from '../_session/gotrue-errors';
import { withUser } from '../_session/access-token';
import { type ActionResult, refuseField } from '../_components/form/use-action';
import { askIdentity, toActionError } from './identity-result';

const KEY = 'marquee.pending-password';

const pendingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), token: z.string() }),
  z.object({ kind: z.literal('recovery'), tokens: tokensSchema }),
]);

/** An invitation or a recovery whose password is still to be set: saved in this tab, so that a reload loses nothing. */
export type PendingPasswordReset = z.infer<typeof pendingSchema>;

export const pendingPasswordReset = {
  read(): PendingPasswordReset | null {
    const pending = z.safeParse(pendingSchema, sessionStore.read(KEY));
    return pending.success ? pending.data : null;
  },
  save: (pending: PendingPasswordReset) => sessionStore.write(KEY, pending),
  clear: () => sessionStore.remove(KEY),
};

/**
 * Uses up a recovery link. The session that Identity opens stays unused until a new password is set: somebody else may
 * have registered this address first, and would otherwise keep their password on it (contract 11, row 26).
 */
export async function verifyRecovery(token: string): Promise<void> {
  const body = JSON.stringify({ type: 'recovery', token });
  const client = await cookielessClient();
  const tokens = await client.api.request<Tokens>('/verify', { method: 'POST', body });
  pendingPasswordReset.save({ kind: 'recovery', tokens: z.parse(tokensSchema, tokens) });
}

/** Sets the password, then signs in. */
export async function setPassword(pending: PendingPasswordReset, password: string): Promise<SessionSnapshot> {
  if (pending.kind === 'invitation') return acceptInvitation(pending.token, password);
  const client = await cookielessClient();
  await client.api.request('/user', {
    method: 'PUT',
    headers: { Authorization: `Bearer ${pending.tokens.access_token}` },
    body: JSON.stringify({ password }),
  });
  return adoptTokens(pending.tokens);
}

/**
 * Changes the password of whoever is signed in, once Identity has taken the present one. Asked from here and not by our
 * server: it shall see no passwords, and Identity counts tries by where they come from, which would be one for all people.
 * Identity ends no session with it (contract 2.2).
 */
export async function changePassword(present: string, next: string): Promise<ActionResult<unknown>> {
  const proved = await askIdentity('session', () =>
    withUser(async (user) => {
      // The address as Identity has it now: a change may have been finished on another device.
      const { email } = await user.getUserData();
      if (!(await isPassword(email, present))) return false;
      await user.update({ password: next });
      return true;
    }),
  );
  if (!proved.ok || proved.data === true) return proved;
  if (proved.data === null) return { ok: false, error: toActionError('session-ended') };
  return refuseField('present-password', 'That’s not your current password.');
}

/** Tries a sign-in whose tokens nobody keeps, without a cookie. */
async function isPassword(email: string, password: string): Promise<boolean> {
  const form = new URLSearchParams({ grant_type: 'password', username: email, password });
  try {
    const client = await cookielessClient();
    await client.api.request('/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    return true;
  } catch (error) {
    if (toFailureKind(error, 'sign-in') !== 'wrong-credentials') throw error;
    return false;
  }
}
