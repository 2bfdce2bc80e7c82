'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import * as z from 'zod/mini';
import { Form, FormActions } from '@/app/_components/form/form';
import { showNoticeOn } from '@/app/_auth/callback-notice';
import { NewPasswordField } from '@/app/_components/form/fields';
import { askIdentity } from '@/app/_auth/identity-result';
import { newPasswordFieldSchema } from '@/app/_auth/input-schemas';
import { otherBrowserHint } from '@/app/_auth/emailed-links';
import { type PendingPasswordReset, pendingPasswordReset, setPassword } from '@/app/_auth/password-recovery';
import { ProviderButtons } from '@/app/_auth/provider-buttons';
import { takeReturnTo } from '@/app/_session/return-to';
import { leaving } from '@/app/_components/form/use-action';
import { useForm } from '@/app/_components/form/use-form';
import { useHydrated } from '@/app/_components/form/use-hydrated';

const leads = {
  invitation: 'You’ve been invited. Choose a password to start using your account.',
  recovery: 'Choose a new password and you’re signed in.',
};

/** Where invitations and recoveries end. Neither is signed in before a password is set. */
export function NewPasswordForm() {
  const hydrated = useHydrated();
  if (!hydrated) return <div className="form" aria-busy="true" />;
  const pending = pendingPasswordReset.read();
  return pending ? <PasswordForm pending={pending} /> : <NoLink />;
}

function PasswordForm({ pending }: { pending: PendingPasswordReset }) {
  const router = useRouter();
  const form = useForm({
    fields: { password: 'the password' },
    schema: z.object({ password: newPasswordFieldSchema }),
    submit: async ({ password }) => {
      const changed = await askIdentity('link', () => setPassword(pending, password));
      if (!changed.ok) return changed;
      const { me } = changed.data;
      pendingPasswordReset.clear();
      const needsName = me?.name === '';
      const href = me?.ban || needsName ? '/account' : takeReturnTo();
      const who = me ? ` as ${me.name || me.email}` : '';
      const hint = needsName ? ' Choose the name other people will see.' : draftHint(pending);
      const text = `You are signed in${who}.${hint}`;
      showNoticeOn(href, { tone: 'success', title: 'Your new password is set', text });
      router.replace(href);
      return leaving;
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

/** Invited people cannot have a draft yet. */
function draftHint({ kind }: PendingPasswordReset): string {
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
