'use client';

import { useCallback, useEffect, useState } from 'react';
import type * as z from 'zod/mini';
import { type ApiError, callApi } from '@/app/_session/api';
import { useSession } from '@/app/_session/session-store';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'signed-out' }
  | { state: 'failed'; error: ApiError; retry(): void }
  | { state: 'ready'; data: T; replace(data: T): void; retry(): void };

interface Response<T> {
  /** Whose it is: the next person in this browser must not see it. */
  memberId: string;
  data: T | null;
  error: ApiError | null;
}

/** What one route says to whoever is signed in; asked again when somebody else signs in, or when the tab is seen again. */
export function useLoaded<S extends z.ZodMiniType>(path: `/api/${string}`, schema: S): Loaded<z.output<S>> {
  const { state: session, me } = useSession();
  const memberId = me?.id ?? null;
  const [last, setLast] = useState<Response<z.output<S>> | null>(null);

  const load = useCallback(async () => {
    if (memberId === null) return;
    const answer = await callApi('GET', path, { response: schema });
    setLast((before) => {
      if (answer.ok) return { memberId, data: answer.data, error: null };
      // What was there stays on the page while we cannot be reached.
      const data = before?.memberId === memberId ? before.data : null;
      return { memberId, data, error: answer.error };
    });
  }, [memberId, path, schema]);
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') void load();
    };
    void Promise.resolve().then(load);
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [load]);

  if (session === 'visitor' || memberId === null) {
    return { state: session === 'visitor' ? 'signed-out' : 'loading' };
  }
  const { data, error } = last?.memberId === memberId ? last : { data: null, error: null };
  const retry = () => void load();
  const replace = (next: z.output<S>) => setLast({ memberId, data: next, error: null });
  if (data !== null) return { state: 'ready', data, replace, retry };
  return error ? { state: 'failed', error, retry } : { state: 'loading' };
}
