'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Me } from '@/lib/accounts/schema';
import { providerLabel } from '@/lib/identity/wire';
import { Form, FormActions } from '@/app/_components/form/form';
import { askIdentity, toActionError } from '@/app/_auth/identity-result';
import { type ActionResult, fieldError } from '@/app/_components/form/use-action';
import { withUser } from '@/app/_session/access-token';
import { cookielessClient } from '@/app/_session/client';
import { toFailureKind } from '@/app/_session/gotrue-errors';
import { NewPasswordField, PasswordField } from '@/app/_components/form/fields';
import { newPasswordFieldSchema, passwordFieldSchema } from '@/app/_auth/input-schemas';
import { Notice } from '@/app/_components/form/notice';
import { useForm } from '@/app/_components/form/use-form';
import * as z from 'zod/mini';

type User = NonNullable<Me['user']>;

/** Identity does not say whether there is a password: an account of an outside provider has none until one is set by mail. */
export function PasswordSection({ me }: { me: User }) {
  if (me.createdVia?.by !== 'provider') return <PasswordForm email={me.email} />;
  return (
    <>
      <p className="read">
        Your account was made with {providerLabel(me.createdVia.provider)}, so it came without a password. To
        sign in with your address too, set one: we send a link to <span className="address">{me.email}</span>.
      </p>
      <p className="row">
        <Link className="btn" href="/forgotten-password">
          Set a password by mail
        </Link>
      </p>
      <details>
        <summary>I already have one</summary>
        <PasswordForm email={me.email} />
      </details>
    </>
  );
}

const passwordChangeSchema = z
  .object({
    'present-password': passwordFieldSchema('Enter your current password.'),
    'new-password': newPasswordFieldSchema,
  })
  .check(
    z.refine((values) => values['new-password'] !== values['present-password'], {
      path: ['new-password'],
      error: 'That’s your current password. Choose a new one.',
    }),
  );

function PasswordForm({ email }: { email: string }) {
  const [changed, setChanged] = useState(false);
  const form = useForm({
    fields: { 'present-password': 'the present password', 'new-password': 'the new password' },
    schema: passwordChangeSchema,
    submit: async (values) => {
      setChanged(false);
      const result = await changePassword(values['present-password'], values['new-password']);
      if (!result.ok) return result;
      form.reset();
      setChanged(true);
      return result;
    },
  });
  return (
    <Form form={form} done={changed && <Changed />}>
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="present-password"
        label="Present password"
        autoComplete="current-password"
        error={form.errorOf('present-password')}
      />
      <NewPasswordField name="new-password" label="New password" error={form.errorOf('new-password')} />
      <FormActions form={form} label="Change the password" busyLabel="Changing">
        <Link className="btn-link" href="/forgotten-password">
          Forgot your current password?
        </Link>
      </FormActions>
    </Form>
  );
}

function Changed() {
  return (
    <Notice tone="success" title="Your password is changed">
      <p>Your other devices stay signed in. If one isn’t yours, sign out everywhere below.</p>
    </Notice>
  );
}

/**
 * Changes the user's password after Identity has checked the current one. The browser does this, not our server: our
 * server should see no passwords, and Identity counts attempts by address, which would be one address for everybody.
 * Identity ends no session because of it (contract 2.2).
 */
async function changePassword(present: string, next: string): Promise<ActionResult<unknown>> {
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
  return fieldError('present-password', 'That’s not your current password.');
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
