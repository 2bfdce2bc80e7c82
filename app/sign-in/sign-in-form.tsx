'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { AccountForm, FormActions } from '../identity/account-form';
import { SubmitButton } from '../identity/busy-button';
import { signIn } from '../identity/establish-session';
import { failures } from '../identity/failure-words';
import { PasswordField, TextField } from '../identity/fields';
import { checkEmail, checkPassword } from '../identity/input-checks';
import { ProviderButtons } from '../identity/provider-buttons';
import { takeReturnTo } from '../identity/return-to';
import { useSession } from '../identity/session-provider';
import { resendConfirmation } from '../identity/sign-up';
import { SignedInState } from '../identity/signed-in-state';
import { useAccountForm } from '../identity/use-account-form';
import { PendingDraftNotice } from '../identity/waiting-draft';

export function SignInForm() {
  const router = useRouter();
  const session = useSession();
  const form = useAccountForm({
    fields: { email: 'the e-mail address', password: 'the password' },
    doing: 'sign-in',
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
      className="btn slim"
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
      <PendingDraftNotice>You come back to it as soon as you are signed in.</PendingDraftNotice>
      <AccountForm form={form} extra={sendAgain}>
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
          <Link className="textbtn" href="/forgotten-password">
            Forgotten the password
          </Link>
        </FormActions>
        <ProviderButtons />
      </AccountForm>
    </>
  );
}
