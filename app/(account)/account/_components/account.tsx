'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { hasPermission } from '@/lib/auth/policy';
import type { Me } from '@/lib/accounts/schema';
import type { Profile } from '@/lib/members/schema';
import { getSnapshot, useSession } from '@/app/_session/session-store';
import { AccessNeeds } from './access-needs';
import { EmailSection } from './email-section';
import { MyActivity } from './my-activity';
import { NameForm } from './name-form';
import { PasswordSection } from './password-section';
import { SignOutSection } from './sign-out-section';
import { clearFieldDraft, saveFieldDraft } from './field-draft';
import { BannedNotice } from '@/app/_auth/account-states';
import { SignedOutNotice, ServiceUnavailable, AccountSkeleton } from './states';
import { cinema } from '@/lib/cinema';
import { providerLabel } from '@/lib/identity/wire';

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
      <AccountDetails me={me} />
      <Part id="your-name" title="Name">
        <NameForm me={me} />
      </Part>
      <Part id="your-address" title="E-mail address">
        <EmailSection me={me} />
      </Part>
      <Part id="your-password" title="Password">
        <PasswordSection me={me} />
      </Part>
      <Part id="your-access" title="Access needs">
        <AccessNeeds userId={me.id} first={profile} />
      </Part>
      <Part id="signing-out" title="Signing out">
        <SignOutSection onSignOut={onSignOut} />
      </Part>
      {hasPermission(me.roles, 'comments:write') && <MyActivity />}
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

/** What the server knew from the cookie: the first paint, until this browser's session is known. */
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
  const [wasSignedIn, setWasSignedIn] = useState(false);
  if (state === 'member' && !wasSignedIn) setWasSignedIn(true);
  const signOut = () => session.signOut();
  if (session.error || state === 'unavailable')
    return <ServiceUnavailable retryAt={session.retryAt ?? null} />;
  if (me?.ban) return <BannedNotice ban={me.ban} onSignOut={signOut} />;
  if (state === 'member' && me) {
    const profile = me.id === first.me?.id ? first.profile : null;
    return <Account key={me.id} me={me} profile={profile} onSignOut={signOut} />;
  }
  return state === 'visitor' ? (
    <SignedOutNotice ended={session.ended ?? false} wasSignedIn={wasSignedIn} />
  ) : (
    <AccountSkeleton />
  );
}

function AccountDetails({ me }: { me: User }) {
  return (
    <dl className="facts-list account-facts">
      <div>
        <dt>E-mail</dt>
        <dd className="address">{me.email}</dd>
      </div>
      <div>
        <dt>Role</dt>
        <dd>{roleOf(me)}</dd>
      </div>
      {me.createdVia && (
        <div>
          <dt>Account</dt>
          <dd>{formatCreatedVia(me.createdVia)}</dd>
        </div>
      )}
    </dl>
  );
}

function roleOf({ roles }: User): string {
  if (roles.includes('admin')) return 'Admin';
  return roles.includes('staff') ? 'Staff' : 'Member';
}

function formatCreatedVia({ by, provider, at }: NonNullable<User['createdVia']>): string {
  const how = {
    email: 'Made with an e-mail address',
    invitation: 'Made by invitation',
    provider: `Made with ${providerLabel(provider)}`,
  }[by];
  return at ? `${how}, on ${dayOf(at)}` : how;
}

function dayOf(iso: string): string {
  const options = { timeZone: cinema.timeZone, day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(cinema.locale, options).format(new Date(iso));
}
