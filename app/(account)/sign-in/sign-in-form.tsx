'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import * as z from 'zod/mini';
import { Form, FormActions } from '@/app/_components/form/form';
import { SubmitButton } from '@/app/_components/form/submit-button';
import { signIn } from '@/app/_session/sign-in';
import { askIdentity } from '@/app/_auth/identity-result';
import { PasswordField, TextField } from '@/app/_components/form/fields';
import { emailFieldSchema, passwordFieldSchema } from '@/app/_auth/input-schemas';
import { ProviderButtons } from '@/app/_auth/provider-buttons';
import { takeReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-store';
import { resendConfirmation } from '@/app/_auth/sign-up';
import { AlreadySignedIn } from '@/app/_auth/account-states';
import { leaving } from '@/app/_components/form/use-action';
import { useForm } from '@/app/_components/form/use-form';
import { PendingDraftNotice } from '@/app/_auth/pending-draft-notice';

const signInSchema = z.object({
  email: emailFieldSchema,
  password: passwordFieldSchema('Enter your password.'),
});

export function SignInForm() {
  const router = useRouter();
  const session = useSession();
  const form = useForm({
    fields: { email: 'the e-mail address', password: 'the password' },
    schema: signInSchema,
    submit: async ({ email, password }) => {
      const signedIn = await askIdentity('sign-in', () => signIn(email, password));
      if (!signedIn.ok || signedIn.data.me?.ban) return signedIn;
      router.replace(takeReturnTo());
      return leaving;
    },
  });
  if (session.me && !form.busy) return <AlreadySignedIn me={session.me} />;
  const sendAgain = form.error?.code === 'not-confirmed' && (
    <SubmitButton
      type="button"
      className="btn btn-small"
      label="Send the mail again"
      busyLabel="Sending"
      busy={form.busy}
      onClick={() =>
        void form.submit(async ({ email, password }) => {
          const sent = await askIdentity('sign-in', () => resendConfirmation(email, password));
          if (!sent.ok) return sent;
          router.push('/confirm');
          return leaving;
        })
      }
    />
  );
  return (
    <>
      <PendingDraftNotice>You’ll come back to it once you’re signed in.</PendingDraftNotice>
      <Form form={form} extra={sendAgain}>
        <TextField
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          error={form.errorOf('email')}
        />
        <PasswordField
          name="password"
          label="Password"
          autoComplete="current-password"
          error={form.errorOf('password')}
        />
        <FormActions form={form} label="Sign in" busyLabel="Signing in">
          <Link className="btn-link" href="/forgotten-password">
            Forgotten the password
          </Link>
        </FormActions>
        <ProviderButtons />
      </Form>
    </>
  );
}
