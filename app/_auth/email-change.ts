'use client';

import { apiFetch } from '../_session/api-client';
import { renewAccessToken, withUser } from '../_session/access-token';
import { readSavedSession } from '../_session/stored-session';
import { refreshSession } from '../_session/session-store';
import { throwFormError } from './form-error';

/** The first step: Identity mails a link to the new address. `field` is where a form shows what is wrong with it. */
export async function askForNewEmail(email: string, field?: string): Promise<void> {
  const response = await apiFetch('/api/me/email', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  if (!response.ok) await throwFormError(response, field ? { 'body.email': field } : {});
  await refreshSession();
}

/** The second step makes the new address count; null when nobody is signed in, which Identity requires (contract 3.5). */
export async function changeEmail(token: string): Promise<string | null> {
  const user = await withUser((signedIn) => signedIn.update({ email_change_token: token }));
  if (!user) return null;
  // The token carries the address too; without renewing it the old one would show for up to an hour.
  await renewAccessToken().catch(() => null);
  await refreshSession();
  return readSavedSession()?.email ?? user.email;
}
