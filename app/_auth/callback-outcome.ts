'use client';

import type { Callback } from './callback';
import { changeEmail } from './email-change';
import { confirmAddress, adoptTokens } from '../_session/sign-in';
import { failureOf, failures } from './error-messages';
import { providerFailureKind } from '../_session/gotrue-errors';
import type { Action, Failure } from '../_components/form/form-error';
import { pendingEmailChange } from './pending-email-change';
import { openRecovery, pendingPassword } from './password-recovery';
import { otherBrowserHint } from './email-request';
import { clearOAuthPending, isOAuthPending } from './oauth';
import { takeReturnTo } from '../_session/return-to';
import { settledSnapshot, type SessionSnapshot } from '../_session/session-store';

export interface Message {
  tone: 'note' | 'good' | 'bad' | 'now';
  title: string;
  text: string;
  actions?: Action[];
  /** The same link may work in a moment. */
  again?: boolean;
}

export interface Outcome {
  message: Message | null;
  /** Where to go now; null to stay. */
  place: string | null;
}

/** Does what the link asks for. Never throws: a refusal is an outcome in our own words. */
export async function followCallback(callback: Callback): Promise<Outcome> {
  try {
    return await follow(callback);
  } catch (error) {
    return refused(failureOf(error, 'link'));
  }
}

async function follow(callback: Callback): Promise<Outcome> {
  switch (callback.kind) {
    case 'confirmation':
      return signedIn(
        'Your address is confirmed',
        await confirmAddress(callback.token),
        otherBrowserHint('joined'),
      );
    case 'provider': {
      if (!isOAuthPending()) return refused(failures['provider-unasked'], false);
      const tokens = { access_token: callback.accessToken, refresh_token: callback.refreshToken };
      const view = await adoptTokens(tokens);
      // An invitation may have been accepted this way instead of by a password.
      pendingPassword.forget();
      clearOAuthPending();
      return signedIn('You are signed in', view);
    }
    case 'invitation':
      pendingPassword.keep({ kind: 'invitation', token: callback.token });
      return { message: null, place: '/new-password' };
    case 'recovery':
      await openRecovery(callback.token);
      return { message: null, place: '/new-password' };
    case 'email-change':
      return changeAddress(callback.token);
    case 'error':
      // The same hash again would only say the same.
      return refused(failures[providerFailureKind(callback.error, callback.description)], false);
  }
}

async function changeAddress(token: string): Promise<Outcome> {
  const email = await changeEmail(token);
  if (email) {
    const text = `Sign in with ${email} from now on.`;
    return { message: { tone: 'good', title: 'Your new address is active', text }, place: '/account' };
  }
  pendingEmailChange.keep(token);
  const text = 'Use your old address once more. The new one is active once you’re signed in.';
  return { message: { tone: 'now', title: 'Sign in to change your address', text }, place: '/sign-in' };
}

function signedIn(title: string, view: SessionSnapshot, more = ''): Outcome {
  if (view.me?.ban) return { message: null, place: '/account' };
  const who = view.me ? view.me.name || view.me.email : null;
  const text = `${who ? `You are signed in as ${who}.` : 'You are signed in.'}${more}`;
  return { message: { tone: 'good', title, text }, place: takeReturnTo() };
}

async function refused(failure: Failure, canRepeat = failure.passing): Promise<Outcome> {
  const { me } = await settledSnapshot();
  const message: Message = { tone: 'bad', title: failure.title, text: failure.text };
  if (failure === failures['link-used'] && me) {
    message.tone = 'note';
    message.text = `You’re already signed in as ${me.name || me.email}.`;
  } else if (failure.actions) {
    message.actions = failure.actions.filter(({ href }) => href !== window.location.pathname);
  }
  if (canRepeat) message.again = true;
  return { message, place: null };
}
