'use client';

import Link from 'next/link';
import type { Me } from '@/lib/accounts/schema';
import { BanState } from './banned-notice';
import { takeReturnTo } from '../_session/return-to';
import { useSession } from '../_session/session-provider';

/** On pages for signing in and joining, for whoever is signed in already; another tab may have done it just now. */
export function SignedInState({ me }: { me: NonNullable<Me['user']> }) {
  const { signOut } = useSession();
  if (me.ban) return <BanState ban={me.ban} onSignOut={() => void signOut()} />;
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
          <button className="btn" type="button" onClick={() => void signOut()}>
            Sign out
          </button>
        </p>
      </div>
    </section>
  );
}
