'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Me } from '@/lib/accounts/schema';
import { providerLabel } from '@/lib/identity/wire';
import { Form, FormActions } from '@/app/_components/form/form';
import { changePassword } from '@/app/_auth/change-password';
import { NewPasswordField, PasswordField } from '@/app/_components/form/fields';
import { checkNewPassword } from '@/app/_auth/input-checks';
import { Notice } from '@/app/_components/form/notice';
import { useAuthForm } from '@/app/_auth/use-auth-form';

type User = NonNullable<Me['user']>;

/** Identity does not say whether there is a password: an account of an outside provider has none until one is set by mail. */
export function PasswordPart({ me }: { me: User }) {
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

function PasswordForm({ email }: { email: string }) {
  const [changed, setChanged] = useState(false);
  const form = useAuthForm({
    fields: { 'present-password': 'the present password', 'new-password': 'the new password' },
    operation: 'session',
    check: (values) => ({
      'present-password': values['present-password'] ? null : 'Enter your current password.',
      'new-password': checkOther(values['present-password'], values['new-password']),
    }),
    send: async (values) => {
      setChanged(false);
      await changePassword(values['present-password'], values['new-password']);
      form.reset();
      setChanged(true);
      form.release();
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
    <Notice tone="good" title="Your password is changed">
      <p>Your other devices stay signed in. If one isn’t yours, sign out everywhere below.</p>
    </Notice>
  );
}

function checkOther(present: string, next: string): string | null {
  return next !== '' && next === present
    ? 'That’s your current password. Choose a new one.'
    : checkNewPassword(next);
}
