'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Me } from '@/lib/accounts/schema';
import { providerLabel } from '@/lib/identity/wire';
import { Form, FormActions } from '@/app/_components/form/form';
import { changePassword } from '@/app/_auth/passwords';
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
