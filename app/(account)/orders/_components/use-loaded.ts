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

/** What one route says to whoever is signed in; asked again when somebody else signs in, or when the tab is seen again. */
export function useLoaded<S extends z.ZodMiniType>(path: `/api/${string}`, schema: S): Loaded<z.output<S>> {
  const { state: session, me } = useSession();
  const memberId = me?.id ?? null;
  const [data, setData] = useState<z.output<S> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const load = useCallback(async () => {
    const answer = await callApi('GET', path, { response: schema });
    if (answer.ok) setData(() => answer.data);
    setError(answer.ok ? null : answer.error);
  }, [path, schema]);
  useEffect(() => {
    if (memberId === null) return;
    const onVisible = () => {
      if (document.visibilityState === 'visible') void load();
    };
    void Promise.resolve().then(load);
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [memberId, load]);

  const retry = () => void load();
  if (session === 'visitor') return { state: 'signed-out' };
  if (data !== null) return { state: 'ready', data, replace: (next) => setData(() => next), retry };
  return error ? { state: 'failed', error, retry } : { state: 'loading' };
}
