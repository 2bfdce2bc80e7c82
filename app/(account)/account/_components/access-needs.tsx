'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import {
  ACCESS_NEEDS_MAX_LENGTH,
  type Profile,
  profileInputSchema,
  profileSchema,
} from '@/lib/members/schema';
import { normalizeText } from '@/lib/text';
import { Form, FormActions } from '@/app/_components/form/form';
import { TextAreaField } from '@/app/_components/form/fields';
import { Notice } from '@/app/_components/form/notice';
import { useForm } from '@/app/_components/form/use-form';
import { clearFieldDraft, loadFieldDraft } from './field-draft';
import * as z from 'zod/mini';
import { callApi } from '@/app/_session/api';

/** One optional field, which nobody else can read. */
export function AccessNeeds({ userId, first }: { userId: string; first: Profile | null }) {
  const { profile, failed, again } = useProfile(first);
  return (
    <>
      <p className="read">
        What you need to see a film comfortably. Only you can read it here, and it’s deleted with your
        account.
      </p>
      {profile && <AccessNeedsForm userId={userId} profile={profile} />}
      {!profile && !failed && <p className="small soft fade-in-late">Fetching what you wrote…</p>}
      {failed && (
        <Notice
          tone="error"
          title="This could not be fetched"
          extra={
            <button className="btn btn-small" type="button" onClick={again}>
              Try again
            </button>
          }
        >
          <p>Nothing is lost. We just can’t show it at the moment.</p>
        </Notice>
      )}
    </>
  );
}

/** An empty field has the text deleted. */
const accessNeedsFormSchema = z.pipe(
  z.object({
    accessNeeds: z.pipe(
      z.string(),
      z.transform((text) => normalizeText(text, 'block') || null),
    ),
  }),
  profileInputSchema,
);

function AccessNeedsForm({ userId, profile }: { userId: string; profile: Profile }) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<'saved' | 'deleted' | null>(null);
  const form = useForm({
    fields: { accessNeeds: 'access needs' },
    schema: accessNeedsFormSchema,
    submit: async (body) => {
      setOutcome(null);
      const saved = await callApi('PUT', '/api/me/profile', { body, response: profileSchema });
      if (!saved.ok) return saved;
      clearFieldDraft('accessNeeds');
      setOutcome(saved.data.accessNeeds === null ? 'deleted' : 'saved');
      // The first paint that the router may keep has the old text.
      router.refresh();
      return saved;
    },
  });
  return (
    <Form form={form} done={outcome && <Saved as={outcome} />}>
      <TextAreaField
        name="accessNeeds"
        label="Access needs"
        autoComplete="off"
        rows={4}
        hint={`For example a wheelchair place, or a seat near the door. At most ${ACCESS_NEEDS_MAX_LENGTH} characters; leave it empty to delete it.`}
        defaultValue={loadFieldDraft(userId, 'accessNeeds') ?? profile.accessNeeds ?? ''}
        error={form.errorOf('accessNeeds')}
      />
      <FormActions form={form} label="Save" busyLabel="Saving" />
    </Form>
  );
}

function Saved({ as }: { as: 'saved' | 'deleted' }) {
  return (
    <Notice tone="success" title={as === 'saved' ? 'Saved' : 'Deleted'}>
      <p>{as === 'saved' ? 'Only you can read it.' : 'We’ve deleted it.'}</p>
    </Notice>
  );
}

/** What the first paint had, else what our server says. */
function useProfile(first: Profile | null) {
  const [fetched, setFetched] = useState<Profile | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    () =>
      fetchProfile().then((profile) => {
        setFetched(profile);
        setFailed(profile === null);
      }),
    [],
  );
  useEffect(() => {
    if (!first) void load();
  }, [first, load]);
  const again = () => {
    setFailed(false);
    void load();
  };
  return { profile: first ?? fetched, failed, again };
}

/** Null when it cannot be had just now. */
async function fetchProfile(): Promise<Profile | null> {
  const fetched = await callApi('GET', '/api/me/profile', { response: profileSchema });
  return fetched.ok ? fetched.data : null;
}
