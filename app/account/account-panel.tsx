'use client';

import Link from 'next/link';
import type { Me } from '@/lib/identity/schema';
import { BanState } from '../identity/ban-state';
import { Countdown } from '../identity/countdown';
import { refreshSession } from '../identity/session-store';
import { useSession } from '../identity/session-provider';
import { NameForm } from './name-form';

type User = NonNullable<Me['user']>;

/** What the server knew from the cookie: the first paint, until this browser's session has answered. */
export interface FirstView {
  state: 'member' | 'visitor' | 'unknown' | 'unavailable';
  me: Me['user'];
}

export function AccountPanel({ first }: { first: FirstView }) {
  const session = useSession();
  const known = session.state !== 'unknown';
  const me = known ? session.me : first.me;
  const state = known ? session.state : first.state;
  const signOut = () => void session.signOut();
  if (session.error || state === 'unavailable') return <Unreachable retryAt={session.retryAt ?? null} />;
  if (me?.ban) return <BanState ban={me.ban} onSignOut={signOut} />;
  if (state === 'member' && me) return <Account me={me} onSignOut={signOut} />;
  return state === 'visitor' ? <SignedOut /> : <Waiting />;
}

function Account({ me, onSignOut }: { me: User; onSignOut(): void }) {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Your account</h1>
      </div>
      <div className="form account-parts">
        <dl className="facts-list">
          <div>
            <dt>E-mail</dt>
            <dd className="address">{me.email}</dd>
          </div>
          <div>
            <dt>Role</dt>
            <dd>{roleOf(me)}</dd>
          </div>
        </dl>
        <NameForm name={me.name} />
      </div>
      <section className="section next" aria-labelledby="session">
        <h2 id="session">Signing out</h2>
        <p className="read">It ends this browser alone, in all its tabs. Other devices stay signed in.</p>
        <p className="row below">
          <button className="btn" type="button" onClick={onSignOut}>
            Sign out
          </button>
          <Link className="textbtn" href="/forgotten-password">
            Set a new password
          </Link>
        </p>
      </section>
    </div>
  );
}

function roleOf({ roles }: User): string {
  if (roles.includes('admin')) return 'Admin';
  return roles.includes('staff') ? 'Staff' : 'Member';
}

function SignedOut() {
  return (
    <section className="state">
      <p className="name">Your account</p>
      <div>
        <h1>You are not signed in.</h1>
        <p className="read">
          Sign in to see your account. The programme and the talk can be read without one.
        </p>
        <p className="row">
          <Link className="btn go" href="/sign-in">
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

function Unreachable({ retryAt }: { retryAt: Date | null }) {
  return (
    <section className="state">
      <p className="name">Your account</p>
      <div>
        <h1>Your account cannot be shown just now.</h1>
        <p className="read">
          You are still signed in and the programme is up to date. The account waits until the sign-in service
          answers; we try again by ourselves.
        </p>
        <p className="row">
          <button className="btn go" type="button" onClick={() => void refreshSession()}>
            Try now
          </button>
          {retryAt && <Countdown key={retryAt.getTime()} at={retryAt} busy={false} onEnd={() => undefined} />}
        </p>
      </div>
    </section>
  );
}

function Waiting() {
  return (
    <section className="state" aria-busy="true">
      <p className="name">Your account</p>
      <div className="after-a-moment">
        <h1>Looking who is signed in…</h1>
        <p className="read">This takes a second or two.</p>
      </div>
    </section>
  );
}
