'use client';

import * as z from 'zod/mini';
import { cookielessClient } from '../_session/client';
import { acceptInvitation, adoptTokens, type Tokens, tokensSchema } from '../_session/sign-in';
import { sessionStore } from '../_session/storage';
import type { SessionSnapshot } from '../_session/session-store';

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
