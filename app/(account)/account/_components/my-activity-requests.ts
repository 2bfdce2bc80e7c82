'use client';

import * as z from 'zod/mini';
import { type MyComments, myCommentsSchema, type MyReplies, myRepliesSchema } from '@/lib/comments/schema';
import { apiFetch } from '@/app/_session/api-client';

/** Null when they cannot be had just now. */
export function fetchMyReplies(cursor?: string): Promise<MyReplies | null> {
  return ask('/api/me/replies', myRepliesSchema, cursor);
}

/** Null when they cannot be had just now. */
export function fetchMyComments(cursor?: string): Promise<MyComments | null> {
  return ask('/api/me/comments', myCommentsSchema, cursor);
}

/** What came up to this moment is not new any more. When it gets lost, the same answers are new once more. */
export async function markSeen(until: string): Promise<void> {
  await apiFetch('/api/me/replies/seen', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ until }),
  });
}

async function ask<S extends z.ZodMiniType>(
  path: `/api/${string}`,
  schema: S,
  cursor: string | undefined,
): Promise<z.output<S> | null> {
  const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
  const response = await apiFetch(`${path}${query}`);
  if (!response.ok) return null;
  return z.safeParse(schema, await response.json().catch(() => null)).data ?? null;
}
