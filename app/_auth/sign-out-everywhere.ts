'use client';

import { apiFetch } from '../_session/api-client';
import { leaveMessage } from './callback-notice';
import { endSession } from '../_session/sign-out';
import { renewAccessToken } from '../_session/access-token';
import { throwFormError } from './form-error';

/**
 * Ends this person's sessions on all devices. With a token of this very moment, because the server reckons from its expiry
 * which ones are older. A 401 says that it was done already, and the answer got lost.
 */
export async function signOutEverywhere(): Promise<void> {
  await renewAccessToken();
  const response = await apiFetch('/api/me/sessions', { method: 'DELETE' });
  if (!response.ok && response.status !== 401) await throwFormError(response);
  const text =
    'Your other devices can’t do anything from now on. Some may still look signed in for up to an hour.';
  leaveMessage({ tone: 'good', title: 'You are signed out everywhere', text }, '/account');
  await endSession();
}
