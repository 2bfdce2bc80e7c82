'use client';

import * as z from 'zod/mini';
import { signUpCheckSchema } from '@/lib/accounts/schema';
import { type ActionResult, done } from '../_components/form/use-action';
import { callApi } from '../_session/api';
import { identityClient } from '../_session/client';
import { signIn } from '../_session/sign-in';
import { sessionStore } from '../_session/storage';
import { rememberEmailRequest } from './emailed-links';
import { toActionError } from './identity-result';

const KEY = 'marquee.sign-up';
/** Identity sends one e-mail in this time to an address, and responds to a further request as if it had (contract 1.1). */
const MAIL_INTERVAL_MS = 15 * 60 * 1000;

const pendingSchema = z.object({ email: z.string(), name: z.string(), sentAt: z.nullable(z.string()) });

/** A sign-up that waits for the click in the mail; `sentAt` is when that mail went out, as Identity says. */
type PendingSignUp = z.infer<typeof pendingSchema>;

/** In memory only: sending the mail again needs a password, though Identity keeps the first one. */
let typedPassword: string | null = null;

export function readPendingSignUp(): PendingSignUp | null {
  const pending = z.safeParse(pendingSchema, sessionStore.read(KEY));
  return pending.success ? pending.data : null;
}

/**
 * Checks the address by our own rules first, because Identity hides why its hook rejected something. Where our server
 * cannot say, it passes: the hook checks the same rules.
 */
export async function checkSignUpRules(email: string): Promise<ActionResult<unknown>> {
  const checked = await callApi('POST', '/api/sign-up/check', {
    body: { email },
    response: signUpCheckSchema,
  });
  if (checked.ok) return checked;
  const { status, fields, detail } = checked.error;
  if (status === 429) return { ok: false, error: toActionError('rate-limited') };
  if (status !== 422) return done;
  const message =
    fields.find(({ path }) => path === 'body.email')?.message ?? detail ?? 'This address cannot join here.';
  return { ok: false, error: { ...checked.error, fields: [{ path: 'body.email', message }] } };
}

/** Whether the person is signed in already (an Identity that confirms by itself) or has an e-mail to open. */
export async function signUp(
  name: string,
  email: string,
  password: string,
): Promise<'signed-in' | 'mail-sent'> {
  const client = await identityClient();
  const user = await client.signup(email, password, { full_name: name });
  if (user.confirmed_at) {
    await signIn(email, password);
    sessionStore.remove(KEY);
    return 'signed-in';
  }
  rememberEmailRequest();
  typedPassword = password;
  sessionStore.write(KEY, { email, name, sentAt: user.confirmation_sent_at ?? null });
  return 'mail-sent';
}

/** An unconfirmed address from the sign-in form: the next page offers to send its mail again. */
export async function resendConfirmation(email: string, password: string): Promise<void> {
  typedPassword = password;
  sessionStore.write(KEY, { email, name: '', sentAt: null });
  await resendEmail();
}

export interface ResentEmail {
  /** False when the last mail is too young for another; Identity then sends none and does not say so. */
  sent: boolean;
  lastSentAt: Date;
  nextAt: Date;
}

/** Has the confirmation mail sent once more. Null when there is nothing to repeat. */
export async function resendEmail(): Promise<ResentEmail | null> {
  const pending = readPendingSignUp();
  if (!pending) return null;
  const metadata = pending.name ? { full_name: pending.name } : undefined;
  const client = await identityClient();
  const user = await client.signup(pending.email, typedPassword ?? crypto.randomUUID(), metadata);
  const sentAt = user.confirmation_sent_at ?? new Date().toISOString();
  rememberEmailRequest();
  sessionStore.write(KEY, { ...pending, sentAt });
  return toResentEmail(pending.sentAt, sentAt);
}

/** Identity returns when it sent the last e-mail: later than before means that it has sent another. */
function toResentEmail(before: string | null, after: string): ResentEmail {
  const lastSentAt = new Date(after);
  // Stored moments have whole seconds, fresh ones do not.
  const sent = before === null ? false : lastSentAt.getTime() - Date.parse(before) > 2000;
  return { sent, lastSentAt, nextAt: new Date(lastSentAt.getTime() + MAIL_INTERVAL_MS) };
}
