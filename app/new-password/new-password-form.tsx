'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { leaveMessage } from '../identity/arrival';
import { BusyButton } from '../identity/busy-button';
import { ErrorSummary } from '../identity/error-summary';
import { FailureNotice } from '../identity/failure-notice';
import { PasswordField } from '../identity/fields';
import { checkNewPassword } from '../identity/input-checks';
import { type PendingPassword, pendingPassword, setPassword } from '../identity/pending-password';
import { ProviderButtons } from '../identity/provider-buttons';
import { placeToReturnTo } from '../identity/return-to';
import { useAccountForm } from '../identity/use-account-form';
import { useHydrated } from '../identity/use-hydrated';

const leads = {
  invitation: 'You were invited. Choose a password, and the account is yours.',
  recovery: 'Your link is good. You are signed in as soon as you have chosen a new password.',
};

/** Where invitations and recoveries end. Neither is signed in before a password is set. */
export function NewPasswordForm() {
  const hydrated = useHydrated();
  if (!hydrated) return <div className="form" aria-busy="true" />;
  const pending = pendingPassword.read();
  return pending ? <PasswordForm pending={pending} /> : <NoLink />;
}

function PasswordForm({ pending }: { pending: PendingPassword }) {
  const router = useRouter();
  const form = useAccountForm({
    fields: { password: 'the password' },
    doing: 'link',
    check: ({ password }) => ({ password: checkNewPassword(password) }),
    send: async ({ password }) => {
      const { me } = await setPassword(pending, password);
      pendingPassword.forget();
      const place = me?.ban ? '/account' : placeToReturnTo();
      const text = `You are signed in${me ? ` as ${me.name || me.email}` : ''}.`;
      leaveMessage({ tone: 'good', title: 'Your new password is set', text }, place);
      router.replace(place);
    },
  });
  return (
    <form {...form.formProps}>
      <p className="read">{leads[pending.kind]}</p>
      <ErrorSummary errors={form.errors} />
      <FailureNotice {...form} onRetry={() => void form.submit()} />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 8 characters; a short sentence works well."
        error={form.errorOf('password')}
      />
      <div className="row">
        <BusyButton label="Set the password" busyLabel="Setting" busy={form.busy} ready={form.ready} />
      </div>
      {pending.kind === 'invitation' && <ProviderButtons inviteToken={pending.token} />}
    </form>
  );
}

function NoLink() {
  return (
    <div className="form">
      <p className="read">
        This page opens from the link in a mail. Yours was used already, or it was opened in another tab.
      </p>
      <div className="row">
        <Link className="btn go" href="/forgotten-password">
          Send a new link
        </Link>
        <Link className="btn" href="/sign-in">
          Sign in
        </Link>
      </div>
    </div>
  );
}
