'use client';

import Link from 'next/link';
import { cinema } from '@/lib/cinema';
import type { Me } from '@/lib/accounts/schema';

type Ban = NonNullable<NonNullable<Me['user']>['ban']>;

/** What a banned account may still do, why, and until when. */
export function BanState({ ban, onSignOut }: { ban: Ban; onSignOut(): void }) {
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
