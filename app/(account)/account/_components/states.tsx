'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Countdown } from '@/app/_components/form/errors';
import { saveReturnToAccount } from '@/app/_session/return-to';
import { refreshSession } from '@/app/_session/session-store';

interface SignedOutNoticeProps {
  ended: boolean;
  /** The account was on this page a moment ago, and somebody may be far down on it. */
  wasSignedIn: boolean;
}

export function SignedOutNotice({ ended, wasSignedIn }: SignedOutNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wasSignedIn) return;
    // To the top, where the result is shown.
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [wasSignedIn]);
  return (
    <section className="state">
      <p className="name">Your account</p>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {ended ? 'Your session has ended.' : 'You are not signed in.'}
        </h1>
        <p className="read">
          {ended
            ? 'You signed out on another device, or haven’t been here for 30 days. Sign in again and you’ll come back here. We’ve kept what you typed in this tab.'
            : 'Sign in to see your account. You can read the programme and the comments without one.'}
        </p>
        <p className="row">
          <Link className="btn btn-primary" href="/sign-in" onClick={saveReturnToAccount}>
            Sign in
          </Link>
          <Link className="btn" href="/join">
            Join
          </Link>
        </p>
      </div>
    </section>
  );
}

export function ServiceUnavailable({ retryAt }: { retryAt: Date | null }) {
  return (
    <section className="state">
      <p className="name">Your account</p>
      <div>
        <h1>We can’t show your account at the moment.</h1>
        <p className="read">
          You’re still signed in. The sign-in service isn’t responding; we’ll keep trying.
        </p>
        <p className="row">
          <button className="btn btn-primary" type="button" onClick={() => void refreshSession()}>
            Try now
          </button>
          {retryAt && <Countdown key={retryAt.getTime()} at={retryAt} busy={false} onEnd={() => undefined} />}
        </p>
      </div>
    </section>
  );
}

export function AccountSkeleton() {
  return (
    <section className="state" aria-busy="true">
      <p className="name">Your account</p>
      <div className="fade-in-late">
        <h1>Checking who’s signed in…</h1>
        <p className="read">This takes a second or two.</p>
      </div>
    </section>
  );
}
