'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Me, meInputSchema, meSchema } from '@/lib/accounts/schema';
import { Form, FormActions } from '@/app/_components/form/form';
import { callApi } from '@/app/_session/api';
import { TextField } from '@/app/_components/form/fields';
import { Notice } from '@/app/_components/form/notice';
import { useSession } from '@/app/_session/session-store';
import { useForm } from '@/app/_components/form/use-form';
import { clearFieldDraft, loadFieldDraft } from './field-draft';

/** Changes the name that others see. */
export function NameForm({ me }: { me: NonNullable<Me['user']> }) {
  const router = useRouter();
  const session = useSession();
  const [saved, setSaved] = useState<string | null>(null);
  const form = useForm({
    fields: { name: 'the name' },
    schema: meInputSchema,
    submit: async ({ name }) => {
      setSaved(null);
      const renamed = await callApi('PATCH', '/api/me', { body: { name }, response: meSchema });
      if (!renamed.ok) return renamed;
      clearFieldDraft('name');
      await session.refresh();
      setSaved(name);
      // Pages that the router has seen before have the old name.
      router.refresh();
      return renamed;
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
    <Notice tone="success" title={`You are ${to} from now on`}>
      <p>Your comments show the new name, older ones too.</p>
    </Notice>
  );
}
