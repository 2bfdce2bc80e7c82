'use client';

import * as z from 'zod/mini';
import { showNoticeOn } from '@/app/_auth/callback-notice';
import { askIdentity } from '@/app/_auth/identity-result';
import { Form, FormActions } from '@/app/_components/form/form';
import { type ActionResult, done } from '@/app/_components/form/use-action';
import { useForm } from '@/app/_components/form/use-form';
import { renewAccessToken } from '@/app/_session/access-token';
import { callApi } from '@/app/_session/api';
import { endSession } from '@/app/_session/stored-session';

export function SignOutSection({ onSignOut }: { onSignOut(): void }) {
  const form = useForm({ fields: {}, schema: z.object({}), submit: signOutEverywhere });
  const here = (
    <button className="btn" type="button" onClick={onSignOut}>
      Sign out
    </button>
  );
  return (
    <Form form={form} lead={<Consequences />}>
      <FormActions
        form={form}
        className="btn"
        label="Sign out everywhere"
        busyLabel="Signing out"
        before={here}
      />
    </Form>
  );
}

function Consequences() {
  return (
    <p className="read">
      “Sign out” signs you out of this browser. “Sign out everywhere” also signs out your other devices; they
      may still look signed in for up to an hour, but can’t do anything.
    </p>
  );
}

/**
 * Signs out on all devices. Uses a new token, because the server tells by its expiry which tokens are older. A 401
 * means that it was done before and the response was lost.
 */
async function signOutEverywhere(): Promise<ActionResult<unknown>> {
  const renewed = await askIdentity('session', renewAccessToken);
  if (!renewed.ok) return renewed;
  const ended = await callApi('DELETE', '/api/me/sessions', { response: z.null() });
  if (!ended.ok && ended.error.status !== 401) return ended;
  const text =
    'Your other devices can’t do anything from now on. Some may still look signed in for up to an hour.';
  showNoticeOn('/account', { tone: 'success', title: 'You are signed out everywhere', text });
  endSession();
  return done;
}
