'use client';

import Link from 'next/link';
import { useState } from 'react';
import { BusyButton } from '../identity/busy-button';
import { identityClient } from '../identity/client';
import { ErrorSummary } from '../identity/error-summary';
import { FailureNotice } from '../identity/failure-notice';
import { TextField } from '../identity/fields';
import { checkEmail } from '../identity/input-checks';
import { Notice } from '../identity/notice';
import { useAccountForm } from '../identity/use-account-form';

export function ForgottenPasswordForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAccountForm({
    fields: { email: 'the e-mail address' },
    doing: 'recovery',
    check: ({ email }) => ({ email: checkEmail(email) }),
    send: async ({ email }) => {
      setSentTo(null);
      const client = await identityClient();
      await client.requestPasswordRecovery(email.trim());
      setSentTo(email.trim());
      form.release();
    },
  });
  return (
    <form {...form.formProps}>
      <ErrorSummary errors={form.errors} />
      <FailureNotice {...form} onRetry={() => void form.submit()} />
      {sentTo && !form.failure && <Sent to={sentTo} />}
      <TextField
        name="email"
        type="email"
        label="E-mail"
        autoComplete="username"
        error={form.errorOf('email')}
      />
      <div className="row">
        <BusyButton label="Send the link" busyLabel="Sending" busy={form.busy} ready={form.ready} />
        <Link className="textbtn" href="/sign-in">
          Back to signing in
        </Link>
      </div>
    </form>
  );
}

/** Identity does not say whether there is an account, and neither do we. */
function Sent({ to }: { to: string }) {
  return (
    <Notice tone="good" title="Look in your mail">
      <p>
        If <span className="address">{to}</span> belongs to an account, a link is on its way. Nothing after
        two minutes: look in the spam folder, then check the address for a slip.
      </p>
    </Notice>
  );
}
