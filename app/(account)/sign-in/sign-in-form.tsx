'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Form, FormActions } from '@/app/_components/form/form';
import { SubmitButton } from '@/app/_components/form/submit-button';
import { signIn } from '@/app/_session/sign-in';
import { failures } from '@/app/_auth/error-messages';
import { PasswordField, TextField } from '@/app/_components/form/fields';
import { checkEmail, checkPassword } from '@/app/_auth/input-checks';
import { ProviderButtons } from '@/app/_auth/provider-buttons';
import { takeReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-provider';
import { resendConfirmation } from '@/app/_auth/sign-up';
import { SignedInState } from '@/app/_auth/already-signed-in';
import { useAuthForm } from '@/app/_auth/use-auth-form';
import { PendingDraftNotice } from '@/app/_auth/pending-draft-notice';

export function SignInForm() {
  const router = useRouter();
  const session = useSession();
  const form = useAuthForm({
    fields: { email: 'the e-mail address', password: 'the password' },
    operation: 'sign-in',
    check: ({ email, password }) => ({ email: checkEmail(email), password: checkPassword(password) }),
    send: async ({ email, password }) => {
      const view = await signIn(email.trim(), password);
      if (view.me?.ban) form.release();
      else router.replace(takeReturnTo());
    },
  });
  if (session.me && !form.busy) return <SignedInState me={session.me} />;
  const sendAgain = form.failure === failures['not-confirmed'] && (
    <SubmitButton
      type="button"
      className="btn btn-small"
      label="Send the mail again"
      busyLabel="Sending"
      busy={form.busy}
      onClick={() =>
        void form.submit(async ({ email, password }) => {
          await resendConfirmation(email.trim(), password);
          router.push('/confirm');
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
