'use client';

import { Form, FormActions } from '@/app/_components/form/form';
import { signOutEverywhere } from '@/app/_auth/sign-out-everywhere';
import { useAuthForm } from '@/app/_auth/use-auth-form';

export function SignOutPart({ onSignOut }: { onSignOut(): void }) {
  const form = useAuthForm({ fields: {}, operation: 'session', check: () => ({}), send: signOutEverywhere });
  const here = (
    <button className="btn" type="button" onClick={onSignOut}>
      Sign out
    </button>
  );
  return (
    <Form form={form} lead={<Consequences />}>
      <FormActions
        form={form}
        className="btn"
        label="Sign out everywhere"
        busyLabel="Signing out"
        before={here}
      />
    </Form>
  );
}

function Consequences() {
  return (
    <p className="read">
      “Sign out” signs you out of this browser. “Sign out everywhere” also signs out your other devices; they
      may still look signed in for up to an hour, but can’t do anything.
    </p>
  );
}
