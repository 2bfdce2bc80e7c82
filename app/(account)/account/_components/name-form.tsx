'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Me } from '@/lib/accounts/schema';
import { Form, FormActions } from '@/app/_components/form/form';
import { apiFetch } from '@/app/_session/api-client';
import { TextField } from '@/app/_components/form/fields';
import { checkName } from '@/app/_auth/input-checks';
import { Notice } from '@/app/_components/form/notice';
import { useSession } from '@/app/_session/session-provider';
import { throwFormError } from '@/app/_auth/form-error';
import { useAuthForm } from '@/app/_auth/use-auth-form';
import { clearFieldDraft, loadFieldDraft } from './field-draft';

/** Changes the name that others see. */
export function NameForm({ me }: { me: NonNullable<Me['user']> }) {
  const router = useRouter();
  const session = useSession();
  const [saved, setSaved] = useState<string | null>(null);
  const form = useAuthForm({
    fields: { name: 'the name' },
    operation: 'session',
    check: (values) => ({ name: checkName(values.name) }),
    send: async (values) => {
      setSaved(null);
      await rename(values.name.trim());
      clearFieldDraft('name');
      await session.refresh();
      setSaved(values.name.trim());
      // Pages that the router has seen before have the old name.
      router.refresh();
      form.release();
    },
  });
  return (
    <Form form={form} done={saved && <Renamed to={saved} />}>
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        hint="Shown beside your comments."
        defaultValue={loadFieldDraft(me.id, 'name') ?? me.name}
        error={form.errorOf('name')}
      />
      <FormActions form={form} label="Change the name" busyLabel="Changing" />
    </Form>
  );
}

function Renamed({ to }: { to: string }) {
  return (
    <Notice tone="good" title={`You are ${to} from now on`}>
      <p>Your comments show the new name, older ones too.</p>
    </Notice>
  );
}

async function rename(name: string): Promise<void> {
  const response = await apiFetch('/api/me', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) await throwFormError(response, { 'body.name': 'name' });
}
