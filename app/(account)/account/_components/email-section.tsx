'use client';

import { useRef, useState } from 'react';
import { cinema } from '@/lib/cinema';
import { type Me, meSchema } from '@/lib/accounts/schema';
import { Form, FormActions } from '@/app/_components/form/form';
import { TextField } from '@/app/_components/form/fields';
import { emailFieldSchema } from '@/app/_auth/input-schemas';
import { Notice } from '@/app/_components/form/notice';
import type { ActionResult } from '@/app/_components/form/use-action';
import { useForm } from '@/app/_components/form/use-form';
import { callApi } from '@/app/_session/api';
import { refreshSession } from '@/app/_session/session-store';
import * as z from 'zod/mini';
import { clearFieldDraft, loadFieldDraft } from './field-draft';

type User = NonNullable<Me['user']>;

/** The first of the two steps of a change of address; the second is the link in the mail. */
export function EmailSection({ me }: { me: User }) {
  const box = useRef<HTMLDivElement>(null);
  const form = useForm({
    fields: { email: 'the new address' },
    schema: z.object({ email: newEmailSchema(me.email) }),
    submit: async ({ email }) => {
      const requested = await requestEmailChange(email);
      if (!requested.ok) return requested;
      clearFieldDraft('email');
      form.reset();
      box.current?.focus();
      return requested;
    },
  });
  return (
    <>
      <p className="read">
        We’ll send a link to the new address. Once you open the link, sign in with the new address.
      </p>
      <div ref={box} tabIndex={-1}>
        {me.pendingEmail && <PendingEmail pendingEmail={me.pendingEmail} />}
      </div>
      <Form form={form}>
        <TextField
          name="email"
          type="email"
          label="New address"
          autoComplete="email"
          defaultValue={loadFieldDraft(me.id, 'email')}
          error={form.errorOf('email')}
        />
        <FormActions form={form} label="Send the link" busyLabel="Sending" />
      </Form>
    </>
  );
}

function newEmailSchema(present: string) {
  const isNew = (address: string) => address.trim().toLowerCase() !== present.toLowerCase();
  return z.pipe(z.string().check(z.refine(isNew, 'This is your address already.')), emailFieldSchema);
}

/** Identity mails a link to the new address. */
async function requestEmailChange(email: string): Promise<ActionResult<unknown>> {
  const requested = await callApi('PUT', '/api/me/email', { body: { email }, response: meSchema });
  if (requested.ok) await refreshSession();
  return requested;
}

/** Identity cannot take a change back: without its link nothing happens, and a later one makes it useless. */
function PendingEmail({ pendingEmail }: { pendingEmail: NonNullable<User['pendingEmail']> }) {
  const { address, sentAt, expired } = pendingEmail;
  return (
    <Notice
      tone="info"
      title={expired ? 'The link for your new address has expired' : 'Your new address isn’t confirmed yet'}
    >
      {expired ? (
        <p>
          It went to <span className="address">{address}</span> more than 24 hours ago. Nothing was changed.
        </p>
      ) : (
        <p>
          It went to <span className="address">{address}</span> at {timeOf(sentAt)}. Open it in this browser
          within 24 hours. Until then, use the old one. Changed your mind? Ignore the link and nothing
          changes.
        </p>
      )}
      <Resend key={address} address={address} />
    </Notice>
  );
}

function Resend({ address }: { address: string }) {
  const [sent, setSent] = useState(false);
  const form = useForm({
    fields: {},
    schema: z.object({}),
    submit: async () => {
      setSent(false);
      const requested = await requestEmailChange(address);
      setSent(requested.ok);
      return requested;
    },
  });
  return (
    <Form form={form}>
      <FormActions form={form} className="btn btn-small" label="Send it again" busyLabel="Sending">
        <output className="small">{sent ? 'Sent. Earlier links no longer work.' : ''}</output>
      </FormActions>
    </Form>
  );
}

function timeOf(iso: string): string {
  const options = { timeZone: cinema.timeZone, hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return new Intl.DateTimeFormat(cinema.locale, options).format(new Date(iso));
}
