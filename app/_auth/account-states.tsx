'use client';

import Link from 'next/link';
import type { Me } from '@/lib/accounts/schema';
import { takeReturnTo } from '../_session/return-to';
import { useSession } from '../_session/session-store';
import { cinema } from '@/lib/cinema';

/**
 * Shown on the sign-in and sign-up pages to people who are already signed in; another tab may have done that a moment
 * ago.
 */
export function AlreadySignedIn({ me }: { me: NonNullable<Me['user']> }) {
  const { signOut } = useSession();
  if (me.ban) return <BannedNotice ban={me.ban} onSignOut={() => signOut()} />;
  return (
    <section className="state">
      <p className="name">Your account</p>
      <div>
        <h1>You are signed in as {me.name || me.email}.</h1>
        <p className="read">Go back to where you were, or sign out to use another account.</p>
        <p className="row">
          <Link className="btn btn-primary" href={takeReturnTo()}>
            Back to where you were
          </Link>
          <button className="btn" type="button" onClick={() => signOut()}>
            Sign out
          </button>
        </p>
      </div>
    </section>
  );
}

type Ban = NonNullable<NonNullable<Me['user']>['ban']>;

/** What a banned account may still do, why, and until when. */
export function BannedNotice({ ban, onSignOut }: { ban: Ban; onSignOut(): void }) {
  return (
    <section className="state">
      <p className="name">Your account</p>
      <div>
        <h1>You can read, but not write{ban.until ? `, until ${dayOf(ban.until)}` : ''}.</h1>
        <p className="read">
          Reason given: {withStop(ban.reason)} If you think this is a mistake, write to{' '}
          <a href={`mailto:${cinema.email}`}>{cinema.email}</a>.
        </p>
        <p className="row">
          <Link className="btn btn-primary" href="/">
            To the programme
          </Link>
          <button className="btn" type="button" onClick={onSignOut}>
            Sign out
          </button>
        </p>
      </div>
    </section>
  );
}

function withStop(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function dayOf(iso: string): string {
  const format = new Intl.DateTimeFormat(cinema.locale, {
    timeZone: cinema.timeZone,
    day: 'numeric',
    month: 'long',
    year: new Date(iso).getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
  });
  return format.format(new Date(iso));
}
