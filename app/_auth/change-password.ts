'use client';

import { cookielessClient } from '../_session/client';
import { failureKindOf } from '../_session/gotrue-errors';
import { withUser } from '../_session/access-token';
import { FieldError } from '../_components/form/form-error';

/**
 * Changes the password of whoever is signed in, once Identity has taken the present one. Asked from here and not by our
 * server: it shall see no passwords, and Identity counts tries by where they come from, which would be one for all people.
 * Identity ends no session with it (contract 2.2).
 */
export async function changePassword(present: string, next: string): Promise<void> {
  await withUser(async (user) => {
    // The address as Identity has it now: a change may have been finished on another device.
    const { email } = await user.getUserData();
    await provePassword(email, present);
    await user.update({ password: next });
  });
}

/** A sign-in whose tokens nobody keeps, without a cookie. */
async function provePassword(email: string, password: string): Promise<void> {
  const form = new URLSearchParams({ grant_type: 'password', username: email, password });
  try {
    const client = await cookielessClient();
    await client.api.request('/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
  } catch (error) {
    if (failureKindOf(error, 'sign-in') !== 'wrong-credentials') throw error;
    throw new FieldError('present-password', 'That’s not your current password.');
  }
}
