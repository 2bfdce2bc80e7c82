'use client';

import { useRef, useState } from 'react';
import { cinema } from '@/lib/cinema';
import type { Me } from '@/lib/accounts/schema';
import { Form, FormActions } from '@/app/_components/form/form';
import { askForNewEmail } from '@/app/_auth/email-change';
import { TextField } from '@/app/_components/form/fields';
import { checkEmail } from '@/app/_auth/input-checks';
import { Notice } from '@/app/_components/form/notice';
import { useAuthForm } from '@/app/_auth/use-auth-form';
import { clearFieldDraft, loadFieldDraft } from './field-draft';

type User = NonNullable<Me['user']>;

/** The first of the two steps of a change of address; the second is the link in the mail. */
export function EmailPart({ me }: { me: User }) {
  const box = useRef<HTMLDivElement>(null);
  const form = useAuthForm({
    fields: { 'new-email': 'the new address' },
    operation: 'session',
    check: (values) => ({ 'new-email': checkNewEmail(values['new-email'], me.email) }),
    send: async (values) => {
      await askForNewEmail(values['new-email'].trim(), 'new-email');
      clearFieldDraft('new-email');
      form.reset();
      form.release();
      box.current?.focus();
    },
  });
  return (
    <>
      <p className="read">
        We’ll send a link to the new address. Once you open the link, sign in with the new address.
      </p>
      <div ref={box} tabIndex={-1}>
        {me.pendingEmail && <Waiting pendingEmail={me.pendingEmail} />}
      </div>
      <Form form={form}>
        <TextField
          name="new-email"
          type="email"
          label="New address"
          autoComplete="email"
          defaultValue={loadFieldDraft(me.id, 'new-email')}
          error={form.errorOf('new-email')}
        />
        <FormActions form={form} label="Send the link" busyLabel="Sending" />
      </Form>
    </>
  );
}

function checkNewEmail(address: string, present: string): string | null {
  const isPresent = address.trim().toLowerCase() === present.toLowerCase();
  return isPresent ? 'This is your address already.' : checkEmail(address);
}

/** Identity cannot take a change back: without its link nothing happens, and a later one makes it useless. */
function Waiting({ pendingEmail }: { pendingEmail: NonNullable<User['pendingEmail']> }) {
  const { address, sentAt, expired } = pendingEmail;
  return (
    <Notice
      tone="note"
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
  const form = useAuthForm({
    fields: {},
    operation: 'session',
    check: () => ({}),
    send: async () => {
      setSent(false);
      await askForNewEmail(address);
      setSent(true);
      form.release();
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
