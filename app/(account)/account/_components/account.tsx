'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { hasPermission } from '@/lib/auth/policy';
import type { Me } from '@/lib/accounts/schema';
import type { Profile } from '@/lib/members/schema';
import { getSnapshot } from '@/app/_session/session-store';
import { AccessNeeds } from './access-needs';
import { AccountFacts } from './account-details';
import { EmailPart } from './email-section';
import { MyTalk } from './my-activity';
import { NameForm } from './name-form';
import { PasswordPart } from './password-section';
import { SignOutPart } from './sign-out-section';
import { clearFieldDraft, saveFieldDraft } from './field-draft';
import { BanState } from '@/app/_auth/banned-notice';
import { useSession } from '@/app/_session/session-provider';
import { SignedOut, Unreachable, Waiting } from './states';

type User = NonNullable<Me['user']>;

interface AccountProps {
  me: User;
  /** Null when the first paint did not have it. */
  profile: Profile | null;
  onSignOut(): void;
}

function Account({ me, profile, onSignOut }: AccountProps) {
  // Who leaves the page leaves what they typed; whose session ends finds it again.
  useEffect(() => () => (getSnapshot().state === 'member' ? clearFieldDraft() : undefined), []);
  return (
    <div className="account-page" onInput={({ target }) => saveFieldDraft(me.id, target)}>
      <h1>Your account</h1>
      <AccountFacts me={me} />
      <Part id="your-name" title="Name">
        <NameForm me={me} />
      </Part>
      <Part id="your-address" title="E-mail address">
        <EmailPart me={me} />
      </Part>
      <Part id="your-password" title="Password">
        <PasswordPart me={me} />
      </Part>
      <Part id="your-access" title="Access needs">
        <AccessNeeds userId={me.id} first={profile} />
      </Part>
      <Part id="signing-out" title="Signing out">
        <SignOutPart onSignOut={onSignOut} />
      </Part>
      {hasPermission(me.roles, 'comments:write') && <MyTalk />}
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

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
