'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Form, FormActions } from '@/app/_components/form/form';
import { leaveMessage } from '@/app/_auth/callback-notice';
import { NewPasswordField } from '@/app/_components/form/fields';
import { checkNewPassword } from '@/app/_auth/input-checks';
import { otherBrowserHint } from '@/app/_auth/email-request';
import { type PendingPassword, pendingPassword, setPassword } from '@/app/_auth/password-recovery';
import { ProviderButtons } from '@/app/_auth/provider-buttons';
import { takeReturnTo } from '@/app/_session/return-to';
import { useAuthForm } from '@/app/_auth/use-auth-form';
import { useHydrated } from '@/app/_components/form/use-hydrated';

const leads = {
  invitation: 'You’ve been invited. Choose a password to start using your account.',
  recovery: 'Choose a new password and you’re signed in.',
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
  const form = useAuthForm({
    fields: { password: 'the password' },
    operation: 'link',
    check: ({ password }) => ({ password: checkNewPassword(password) }),
    send: async ({ password }) => {
      const { me } = await setPassword(pending, password);
      pendingPassword.forget();
      const needsName = me?.name === '';
      const place = me?.ban || needsName ? '/account' : takeReturnTo();
      const who = me ? ` as ${me.name || me.email}` : '';
      const more = needsName ? ' Choose the name other people will see.' : draftOf(pending);
      const text = `You are signed in${who}.${more}`;
      leaveMessage({ tone: 'good', title: 'Your new password is set', text }, place);
      router.replace(place);
    },
  });
  return (
    <Form form={form} lead={<p className="read">{leads[pending.kind]}</p>}>
      <NewPasswordField name="password" label="New password" error={form.errorOf('password')} />
      <FormActions form={form} label="Set the password" busyLabel="Setting" />
      {pending.kind === 'invitation' && <ProviderButtons inviteToken={pending.token} />}
    </Form>
  );
}

/** Whoever was invited has written nothing before. */
function draftOf({ kind }: PendingPassword): string {
  return kind === 'recovery' ? otherBrowserHint('asked for the link') : '';
}

function NoLink() {
  return (
    <div className="form">
      <p className="read">
        This page opens from a link in an e-mail. Yours was already used, or was opened in another tab.
      </p>
      <div className="row">
        <Link className="btn btn-primary" href="/forgotten-password">
          Send a new link
        </Link>
        <Link className="btn" href="/sign-in">
          Sign in
        </Link>
      </div>
    </div>
  );
}
