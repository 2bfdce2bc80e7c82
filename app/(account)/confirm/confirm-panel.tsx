'use client';

import Link from 'next/link';
import { useState } from 'react';
import { cinema } from '@/lib/cinema';
import { SubmitButton } from '@/app/_components/form/submit-button';
import { askIdentity } from '@/app/_auth/identity-result';
import { useAction } from '@/app/_components/form/use-action';
import { Notice } from '@/app/_components/form/notice';
import { useSession } from '@/app/_session/session-store';
import { type ResentEmail, readPendingSignUp, resendEmail } from '@/app/_auth/sign-up';
import { AlreadySignedIn } from '@/app/_auth/account-states';
import { useHydrated } from '@/app/_components/form/use-hydrated';
import { PendingDraftNotice } from '@/app/_auth/pending-draft-notice';

/** After joining: where the mail went, and what to do when it does not come. */
export function ConfirmPanel() {
  const hydrated = useHydrated();
  const { me } = useSession();
  if (!hydrated) return <div className="form" aria-busy="true" />;
  if (me) return <AlreadySignedIn me={me} />;
  const pending = readPendingSignUp();
  if (!pending) return <NobodyJoined />;
  return (
    <>
      <PendingDraftNotice>
        It waits in this browser. Open the link here; if you open it on another device, sign in here
        afterwards.
      </PendingDraftNotice>
      <EmailOnItsWay email={pending.email} />
    </>
  );
}

function EmailOnItsWay({ email }: { email: string }) {
  const [resent, setResent] = useState<ResentEmail | null>(null);
  const resend = useAction(async () => {
    const result = await askIdentity('sign-up', resendEmail);
    if (result.ok) setResent(result.data);
    return result;
  });
  return (
    <div className="form">
      <p className="read">
        A link is on its way to <strong className="address">{email}</strong>. Open it to sign in and go back
        to the page you were on. It works for 24 hours.
      </p>
      {resend.error && (
        <Notice tone="error" title={resend.error.title} actions={resend.error.actions}>
          <p>{resend.error.detail}</p>
        </Notice>
      )}
      {resent && <Resent mail={resent} />}
      <div className="row">
        <SubmitButton
          type="button"
          className="btn"
          label="Send it again"
          busyLabel="Sending"
          busy={resend.busy}
          onClick={() => void resend.run()}
        />
        <Link className="btn-link" href="/join">
          Wrong address
        </Link>
        <Link className="btn-link" href="/sign-in">
          Confirmed elsewhere: sign in
        </Link>
      </div>
    </div>
  );
}

function Resent({ mail }: { mail: ResentEmail }) {
  if (mail.sent) {
    return (
      <Notice tone="success" title={`Sent again at ${clock(mail.lastSentAt)}`}>
        <p>Only the link in the newest e-mail works.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={`The last mail went out at ${clock(mail.lastSentAt)}`}>
      <p>You can do this every 15 minutes, next at {clock(mail.nextAt)}.</p>
    </Notice>
  );
}

function NobodyJoined() {
  return (
    <div className="form">
      <p className="read">
        This tab doesn’t know which address you joined with. Open the link in the e-mail, or ask for a link to
        set a new password: that confirms the address too.
      </p>
      <div className="row">
        <Link className="btn btn-primary" href="/forgotten-password">
          Send a link
        </Link>
        <Link className="btn" href="/sign-in">
          Sign in
        </Link>
      </div>
    </div>
  );
}

function clock(moment: Date): string {
  const format = new Intl.DateTimeFormat(cinema.locale, {
    timeZone: cinema.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(moment);
}
