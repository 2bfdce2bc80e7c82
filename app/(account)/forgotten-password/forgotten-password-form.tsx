'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Form, FormActions } from '@/app/_components/form/form';
import { identityClient } from '@/app/_session/client';
import { TextField } from '@/app/_components/form/fields';
import { checkEmail } from '@/app/_auth/input-checks';
import { rememberEmailRequest } from '@/app/_auth/email-request';
import { Notice } from '@/app/_components/form/notice';
import { useAuthForm } from '@/app/_auth/use-auth-form';

export function ForgottenPasswordForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAuthForm({
    fields: { email: 'the e-mail address' },
    operation: 'recovery',
    check: ({ email }) => ({ email: checkEmail(email) }),
    send: async ({ email }) => {
      setSentTo(null);
      const client = await identityClient();
      await client.requestPasswordRecovery(email.trim());
      rememberEmailRequest();
      setSentTo(email.trim());
      form.release();
    },
  });
  return (
    <Form form={form} done={sentTo && <Sent to={sentTo} />}>
      <TextField
        name="email"
        type="email"
        label="E-mail"
        autoComplete="username"
        error={form.errorOf('email')}
      />
      <FormActions form={form} label="Send the link" busyLabel="Sending">
        <Link className="btn-link" href="/sign-in">
          Back to signing in
        </Link>
      </FormActions>
    </Form>
  );
}

/** Identity does not say whether there is an account, and neither do we. */
function Sent({ to }: { to: string }) {
  return (
    <Notice tone="good" title="Check your e-mail">
      <p>
        If <span className="address">{to}</span> belongs to an account, a link is on its way. Nothing after
        two minutes? Check your spam folder, then the spelling of the address.
      </p>
    </Notice>
  );
}
