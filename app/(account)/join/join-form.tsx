'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Form, FormActions } from '@/app/_components/form/form';
import { NewPasswordField, TextField } from '@/app/_components/form/fields';
import { checkEmail, checkName, checkNewPassword } from '@/app/_auth/input-checks';
import { ProviderButtons } from '@/app/_auth/provider-buttons';
import { takeReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-provider';
import { checkSignUpRules, readPendingSignUp, signUp } from '@/app/_auth/sign-up';
import { SignedInState } from '@/app/_auth/already-signed-in';
import { useAuthForm } from '@/app/_auth/use-auth-form';
import { PendingDraftNotice } from '@/app/_auth/pending-draft-notice';

export function JoinForm() {
  const router = useRouter();
  const session = useSession();
  const form = useAuthForm({
    fields: { name: 'the name', email: 'the e-mail address', password: 'the password' },
    operation: 'sign-up',
    check: ({ name, email, password }) => ({
      name: checkName(name),
      email: checkEmail(email),
      password: checkNewPassword(password),
    }),
    send: async ({ name, email, password }) => {
      const address = email.trim();
      await checkSignUpRules(address);
      const result = await signUp(name.trim(), address, password);
      router.push(result === 'signed-in' ? takeReturnTo() : '/confirm');
    },
  });
  useEffect(fillFromPending, []);
  if (session.me && !form.busy) return <SignedInState me={session.me} />;
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

/** Whoever comes back with a wrong address finds what they typed, the password excepted: that is kept nowhere. */
function fillFromPending(): void {
  const pending = readPendingSignUp();
  if (!pending) return;
  for (const field of ['name', 'email'] as const) {
    const input = document.getElementById(field);
    if (input instanceof HTMLInputElement && input.value === '') input.value = pending[field];
  }
}
