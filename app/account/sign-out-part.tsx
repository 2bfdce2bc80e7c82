'use client';

import { BusyButton } from '../identity/busy-button';
import { FailureNotice } from '../identity/failure-notice';
import { signOutEverywhere } from '../identity/sign-out-everywhere';
import { useAccountForm } from '../identity/use-account-form';

export function SignOutPart({ onSignOut }: { onSignOut(): void }) {
  const form = useAccountForm({ fields: {}, doing: 'session', check: () => ({}), send: signOutEverywhere });
  return (
    <form {...form.formProps}>
      <p className="read">
        Signing out ends this browser alone, in all its tabs. Signing out everywhere ends this one and all
        other devices: we refuse what they send at once, though they may look signed in for up to an hour.
      </p>
      <FailureNotice {...form} onRetry={() => void form.submit()} />
      <div className="row">
        <button className="btn" type="button" onClick={onSignOut}>
          Sign out
        </button>
        <BusyButton
          className="btn"
          label="Sign out everywhere"
          busyLabel="Signing out"
          busy={form.busy}
          ready={form.ready}
        />
      </div>
    </form>
  );
}
