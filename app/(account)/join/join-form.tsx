'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { meInputSchema } from '@/lib/accounts/schema';
import { Form, FormActions } from '@/app/_components/form/form';
import { NewPasswordField, TextField } from '@/app/_components/form/fields';
import { askIdentity } from '@/app/_auth/identity-result';
import { emailFieldSchema, newPasswordFieldSchema } from '@/app/_auth/input-schemas';
import { ProviderButtons } from '@/app/_auth/provider-buttons';
import { takeReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-store';
import { checkSignUpRules, readPendingSignUp, signUp } from '@/app/_auth/sign-up';
import { AlreadySignedIn } from '@/app/_auth/account-states';
import { leaving } from '@/app/_components/form/use-action';
import { useForm } from '@/app/_components/form/use-form';
import { PendingDraftNotice } from '@/app/_auth/pending-draft-notice';

const joinSchema = z.object({
  name: meInputSchema.shape.name,
  email: emailFieldSchema,
  password: newPasswordFieldSchema,
});

export function JoinForm() {
  const router = useRouter();
  const session = useSession();
  const form = useForm({
    fields: { name: 'the name', email: 'the e-mail address', password: 'the password' },
    schema: joinSchema,
    submit: async ({ name, email, password }) => {
      const allowed = await checkSignUpRules(email);
      if (!allowed.ok) return allowed;
      const joined = await askIdentity('sign-up', () => signUp(name, email, password));
      if (!joined.ok) return joined;
      router.push(joined.data === 'signed-in' ? takeReturnTo() : '/confirm');
      return leaving;
    },
  });
  useEffect(fillFromPending, []);
  if (session.me && !form.busy) return <AlreadySignedIn me={session.me} />;
  return (
    <>
      <PendingDraftNotice>You’ll come back to it once you’re signed in.</PendingDraftNotice>
      <Form form={form}>
        <TextField
          name="name"
          label="Name"
          autoComplete="name"
          hint="Shown beside your comments."
          error={form.errorOf('name')}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          autoComplete="email"
          error={form.errorOf('email')}
        />
        <NewPasswordField name="password" label="Password" error={form.errorOf('password')} />
        <FormActions form={form} label="Join" busyLabel="Joining">
          <Link className="btn-link" href="/sign-in">
            I have an account
          </Link>
        </FormActions>
        <ProviderButtons />
      </Form>
    </>
  );
}

/** Fills the form for people who come back to correct their address; the password is stored nowhere. */
function fillFromPending(): void {
  const pending = readPendingSignUp();
  if (!pending) return;
  for (const field of ['name', 'email'] as const) {
    const input = document.getElementById(field);
    if (input instanceof HTMLInputElement && input.value === '') input.value = pending[field];
  }
}
