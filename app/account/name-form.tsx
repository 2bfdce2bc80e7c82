'use client';

import { useState } from 'react';
import type { Me } from '@/lib/identity/schema';
import { apiFetch } from '../identity/api-fetch';
import { BusyButton } from '../identity/busy-button';
import { ErrorSummary } from '../identity/error-summary';
import { FailureNotice } from '../identity/failure-notice';
import { TextField } from '../identity/fields';
import { checkName } from '../identity/input-checks';
import { Notice } from '../identity/notice';
import { useSession } from '../identity/session-provider';
import { throwRefusal } from '../identity/throw-refusal';
import { useAccountForm } from '../identity/use-account-form';
import { forgetTyped, typedBefore } from './typed';

/** Changes the name that others see. */
export function NameForm({ me }: { me: NonNullable<Me['user']> }) {
  const session = useSession();
  const [saved, setSaved] = useState<string | null>(null);
  const form = useAccountForm({
    fields: { name: 'the name' },
    doing: 'session',
    check: (values) => ({ name: checkName(values.name) }),
    send: async (values) => {
      setSaved(null);
      await rename(values.name.trim());
      forgetTyped('name');
      await session.refresh();
      setSaved(values.name.trim());
      form.release();
    },
  });
  return (
    <form {...form.formProps}>
      <ErrorSummary errors={form.errors} />
      <FailureNotice {...form} onRetry={() => void form.submit()} />
      {saved && !form.failure && form.errors.length === 0 && (
        <Notice tone="good" title={`You are ${saved} from now on`}>
          <p>Your comments show the new name, older ones too.</p>
        </Notice>
      )}
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        hint="Shown beside your comments."
        defaultValue={typedBefore(me.id, 'name') ?? me.name}
        error={form.errorOf('name')}
      />
      <div className="row">
        <BusyButton label="Change the name" busyLabel="Changing" busy={form.busy} ready={form.ready} />
      </div>
    </form>
  );
}

async function rename(name: string): Promise<void> {
  const response = await apiFetch('/api/me', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) await throwRefusal(response, { 'body.name': 'name' });
}
