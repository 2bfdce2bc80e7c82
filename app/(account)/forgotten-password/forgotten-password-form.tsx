'use client';

import Link from 'next/link';
import { useState } from 'react';
import * as z from 'zod/mini';
import { Form, FormActions } from '@/app/_components/form/form';
import { identityClient } from '@/app/_session/client';
import { TextField } from '@/app/_components/form/fields';
import { askIdentity } from '@/app/_auth/identity-result';
import { emailFieldSchema } from '@/app/_auth/input-schemas';
import { rememberEmailRequest } from '@/app/_auth/emailed-links';
import { Notice } from '@/app/_components/form/notice';
import { useForm } from '@/app/_components/form/use-form';

export function ForgottenPasswordForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    fields: { email: 'the e-mail address' },
    schema: z.object({ email: emailFieldSchema }),
    submit: async ({ email }) => {
      setSentTo(null);
      const requested = await askIdentity('recovery', async () =>
        (await identityClient()).requestPasswordRecovery(email),
      );
      if (!requested.ok) return requested;
      rememberEmailRequest();
      setSentTo(email);
      return requested;
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
    <Notice tone="success" title="Check your e-mail">
      <p>
        If <span className="address">{to}</span> belongs to an account, a link is on its way. Nothing after
        two minutes? Check your spam folder, then the spelling of the address.
      </p>
    </Notice>
  );
}
