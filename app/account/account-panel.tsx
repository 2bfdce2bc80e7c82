'use client';

import { useState } from 'react';
import type { Me } from '@/lib/identity/schema';
import type { Profile } from '@/lib/profiles/schema';
import { BanState } from '../identity/ban-state';
import { useSession } from '../identity/session-provider';
import { Account } from './account';
import { SignedOut, Unreachable, Waiting } from './states';

/** What the server knew from the cookie: the first paint, until this browser's session has answered. */
export interface FirstView {
  state: 'member' | 'visitor' | 'unknown' | 'unavailable';
  me: Me['user'];
  profile: Profile | null;
}

export function AccountPanel({ first }: { first: FirstView }) {
  const session = useSession();
  const known = session.state !== 'unknown';
  const me = known ? session.me : first.me;
  const state = known ? session.state : first.state;
  const [wasIn, setWasIn] = useState(false);
  if (state === 'member' && !wasIn) setWasIn(true);
  const signOut = () => void session.signOut();
  if (session.error || state === 'unavailable') return <Unreachable retryAt={session.retryAt ?? null} />;
  if (me?.ban) return <BanState ban={me.ban} onSignOut={signOut} />;
  if (state === 'member' && me) {
    const profile = me.id === first.me?.id ? first.profile : null;
    return <Account key={me.id} me={me} profile={profile} onSignOut={signOut} />;
  }
  return state === 'visitor' ? <SignedOut ended={session.ended ?? false} wasIn={wasIn} /> : <Waiting />;
}
