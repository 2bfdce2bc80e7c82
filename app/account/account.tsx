'use client';

import { type ReactNode, useEffect } from 'react';
import { hasPermission } from '@/lib/identity/roles';
import type { Me } from '@/lib/identity/schema';
import type { Profile } from '@/lib/profiles/schema';
import { getSnapshot } from '../identity/session-store';
import { AccessNeeds } from './access-needs';
import { AccountFacts } from './account-facts';
import { EmailPart } from './email-part';
import { MyTalk } from './my-talk';
import { NameForm } from './name-form';
import { PasswordPart } from './password-part';
import { SignOutPart } from './sign-out-part';
import { clearFieldDraft, saveFieldDraft } from './typed';

type User = NonNullable<Me['user']>;

interface AccountProps {
  me: User;
  /** Null when the first paint did not have it. */
  profile: Profile | null;
  onSignOut(): void;
}

export function Account({ me, profile, onSignOut }: AccountProps) {
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
