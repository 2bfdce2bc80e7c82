'use client';

import Link from 'next/link';
import { useState } from 'react';
import { cinema } from '@/lib/cinema';
import { SubmitButton } from '@/app/_components/form/submit-button';
import { failureOf } from '@/app/_auth/error-messages';
import type { Failure } from '@/app/_components/form/form-error';
import { Notice } from '@/app/_components/form/notice';
import { useSession } from '@/app/_session/session-provider';
import { type RepeatedMail, readPendingSignUp, repeatMail } from '@/app/_auth/sign-up';
import { SignedInState } from '@/app/_auth/already-signed-in';
import { useHydrated } from '@/app/_components/form/use-hydrated';
import { PendingDraftNotice } from '@/app/_auth/pending-draft-notice';

/** After joining: where the mail went, and what to do when it does not come. */
export function ConfirmPanel() {
  const hydrated = useHydrated();
  const { me } = useSession();
  if (!hydrated) return <div className="form" aria-busy="true" />;
  if (me) return <SignedInState me={me} />;
  const pending = readPendingSignUp();
  if (!pending) return <NobodyWaiting />;
  return (
    <>
      <PendingDraftNotice>
        It waits in this browser. Open the link here; if you open it on another device, sign in here
        afterwards.
      </PendingDraftNotice>
      <Waiting email={pending.email} />
    </>
  );
}

function Waiting({ email }: { email: string }) {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<RepeatedMail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const again = async () => {
    setBusy(true);
    setFailure(null);
    try {
      setResult(await repeatMail());
    } catch (error) {
      setFailure(failureOf(error, 'sign-up'));
    }
    setBusy(false);
  };
  return (
    <div className="form">
      <p className="read">
        A link is on its way to <strong className="address">{email}</strong>. Open it to sign in and go back
        to the page you were on. It works for 24 hours.
      </p>
      {failure && (
        <Notice tone="bad" title={failure.title} actions={failure.actions ?? []}>
          <p>{failure.text}</p>
        </Notice>
      )}
      {result && <Repeated mail={result} />}
      <div className="row">
        <SubmitButton
          type="button"
          className="btn"
          label="Send it again"
          busyLabel="Sending"
          busy={busy}
          onClick={() => void again()}
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

function Repeated({ mail }: { mail: RepeatedMail }) {
  if (mail.sent) {
    return (
      <Notice tone="good" title={`Sent again at ${clock(mail.lastSentAt)}`}>
        <p>Only the link in the newest e-mail works.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="note" title={`The last mail went out at ${clock(mail.lastSentAt)}`}>
      <p>You can do this every 15 minutes, next at {clock(mail.nextAt)}.</p>
    </Notice>
  );
}

function NobodyWaiting() {
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
