'use client';

import * as z from 'zod/mini';
import { type Profile, profileSchema } from '@/lib/profiles/schema';
import { apiFetch } from '../identity/api-fetch';
import { throwFormError } from '../identity/throw-refusal';

const PATH = '/api/me/profile';

/** Null when it cannot be had just now. */
export async function fetchProfile(): Promise<Profile | null> {
  const response = await apiFetch(PATH);
  return response.ok ? readProfile(response) : null;
}

/** Throws what the account forms show. */
export async function saveProfile(profile: Profile): Promise<Profile> {
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
