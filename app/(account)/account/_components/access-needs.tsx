'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import {
  ACCESS_NEEDS_MAX_LENGTH,
  normalizeAccessNeeds,
  type Profile,
  profileSchema,
} from '@/lib/members/schema';
import { Form, FormActions } from '@/app/_components/form/form';
import { TextAreaField } from '@/app/_components/form/fields';
import { Notice } from '@/app/_components/form/notice';
import { useAuthForm } from '@/app/_auth/use-auth-form';
import { clearFieldDraft, loadFieldDraft } from './field-draft';
import * as z from 'zod/mini';
import { apiFetch } from '@/app/_session/api-client';
import { throwFormError } from '@/app/_auth/form-error';

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
          tone="bad"
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

function AccessNeedsForm({ userId, profile }: { userId: string; profile: Profile }) {
  const router = useRouter();
  const [saved, setSaved] = useState<'kept' | 'deleted' | null>(null);
  const form = useAuthForm({
    fields: { accessNeeds: 'access needs' },
    operation: 'session',
    check: ({ accessNeeds }) => ({ accessNeeds: checkLength(normalizeAccessNeeds(accessNeeds)) }),
    send: async ({ accessNeeds }) => {
      setSaved(null);
      const kept = await saveProfile({ accessNeeds: normalizeAccessNeeds(accessNeeds) || null });
      clearFieldDraft('accessNeeds');
      setSaved(kept.accessNeeds === null ? 'deleted' : 'kept');
      // The first paint that the router may keep has the old words.
      router.refresh();
      form.release();
    },
  });
  return (
    <Form form={form} done={saved && <Saved as={saved} />}>
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

function Saved({ as }: { as: 'kept' | 'deleted' }) {
  return (
    <Notice tone="good" title={as === 'kept' ? 'Saved' : 'Deleted'}>
      <p>{as === 'kept' ? 'Only you can read it.' : 'We’ve deleted it.'}</p>
    </Notice>
  );
}

function checkLength(text: string): string | null {
  const excess = [...text].length - ACCESS_NEEDS_MAX_LENGTH;
  if (excess <= 0) return null;
  return `${excess} ${excess === 1 ? 'character' : 'characters'} too many. Use at most ${ACCESS_NEEDS_MAX_LENGTH}.`;
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

const PATH = '/api/me/profile';

/** Null when it cannot be had just now. */
async function fetchProfile(): Promise<Profile | null> {
  const response = await apiFetch(PATH);
  return response.ok ? readProfile(response) : null;
}

/** Throws what the account forms show. */
async function saveProfile(profile: Profile): Promise<Profile> {
  const response = await apiFetch(PATH, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(profile),
  });
  const kept = response.ok ? await readProfile(response) : null;
  return kept ?? throwFormError(response, { 'body.accessNeeds': 'accessNeeds' });
}

async function readProfile(response: Response): Promise<Profile | null> {
  return z.safeParse(profileSchema, await response.json().catch(() => null)).data ?? null;
}
