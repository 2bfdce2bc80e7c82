'use client';

import { renewAccessToken, withUser } from '../_session/access-token';
import { providerFailureKind } from '../_session/gotrue-errors';
import { takeReturnTo } from '../_session/return-to';
import { refreshSession, type SessionSnapshot, settledSnapshot } from '../_session/session-store';
import { adoptTokens, confirmAddress } from '../_session/sign-in';
import { readStoredSession } from '../_session/stored-session';
import type { Callback, CallbackNotice } from './callback';
import { otherBrowserHint, pendingEmailChange } from './emailed-links';
import { type Failure, failureOf, failures } from './error-messages';
import { clearOAuthPending, isOAuthPending } from './oauth';
import { pendingPasswordReset, verifyRecovery } from './password-recovery';

export interface CallbackOutcome {
  notice: CallbackNotice | null;
  /** Where to go now; null to stay. */
  href: string | null;
}

/** Does what the link is for. Never throws: an error becomes an outcome with a message of ours. */
export async function followCallback(callback: Callback): Promise<CallbackOutcome> {
  try {
    return await follow(callback);
  } catch (error) {
    return refused(failureOf(error, 'link'));
  }
}

async function follow(callback: Callback): Promise<CallbackOutcome> {
  switch (callback.kind) {
    case 'confirmation':
      return signedIn(
        'Your address is confirmed',
        await confirmAddress(callback.token),
        otherBrowserHint('joined'),
      );
    case 'provider': {
      if (!isOAuthPending()) return refused(failures['oauth-unsolicited'], false);
      const tokens = { access_token: callback.accessToken, refresh_token: callback.refreshToken };
      const session = await adoptTokens(tokens);
      // An invitation may have been accepted this way instead of by a password.
      pendingPasswordReset.clear();
      clearOAuthPending();
      return signedIn('You are signed in', session);
    }
    case 'invitation':
      pendingPasswordReset.save({ kind: 'invitation', token: callback.token });
      return { notice: null, href: '/new-password' };
    case 'recovery':
      await verifyRecovery(callback.token);
      return { notice: null, href: '/new-password' };
    case 'email-change':
      return finishEmailChange(callback.token);
    case 'error':
      // The same hash again would only say the same.
      return refused(failures[providerFailureKind(callback.error, callback.description)], false);
  }
}

/** The second step of a change of address, the first being on the account page. */
async function finishEmailChange(token: string): Promise<CallbackOutcome> {
  const email = await changeEmail(token);
  if (email) {
    const text = `Sign in with ${email} from now on.`;
    return {
      notice: { tone: 'success', title: 'Your new address is active', text },
      href: '/account',
    };
  }
  pendingEmailChange.save(token);
  const text = 'Use your old address once more. The new one is active once you’re signed in.';
  return { notice: { tone: 'warning', title: 'Sign in to change your address', text }, href: '/sign-in' };
}

/** Makes the new address count; null when nobody is signed in, which Identity requires (contract 3.5). */
async function changeEmail(token: string): Promise<string | null> {
  const user = await withUser((member) => member.update({ email_change_token: token }));
  if (!user) return null;
  // The token carries the address too; without renewing it the old one would show for up to an hour.
  await renewAccessToken().catch(() => null);
  await refreshSession();
  return readStoredSession()?.email ?? user.email;
}

function signedIn(title: string, { me }: SessionSnapshot, hint = ''): CallbackOutcome {
  if (me?.ban) return { notice: null, href: '/account' };
  const who = me ? me.name || me.email : null;
  const text = `${who ? `You are signed in as ${who}.` : 'You are signed in.'}${hint}`;
  return { notice: { tone: 'success', title, text }, href: takeReturnTo() };
}

async function refused(failure: Failure, canRetry = failure.passing): Promise<CallbackOutcome> {
  const { me } = await settledSnapshot();
  const notice: CallbackNotice = { tone: 'error', title: failure.title, text: failure.text };
  if (failure === failures['link-used'] && me) {
    notice.tone = 'info';
    notice.text = `You’re already signed in as ${me.name || me.email}.`;
  } else if (failure.actions) {
    notice.actions = failure.actions.filter(({ href }) => href !== window.location.pathname);
  }
  if (canRetry) notice.canRetry = true;
  return { notice, href: null };
}
