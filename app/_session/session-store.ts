'use client';

import * as z from 'zod/mini';
import { type Me, meSchema } from '@/lib/accounts/schema';
import { getAccessToken } from './access-token';
import { callApi, defaultRetryAt } from './api';
import {
  endSession,
  forgetEndedSession,
  hasExpired,
  isCookieLeft,
  noteCookieRemoved,
  onSessionChange,
  readStoredSession,
} from './stored-session';
import { localStore } from './storage';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';

/** What this tab knows about who is signed in. `unknown` until the first response. */
export interface SessionSnapshot {
  state: 'unknown' | 'visitor' | 'member';
  me: Me['user'];
  /** A visitor whose session is over though nobody has signed out here. */
  ended?: boolean;
  /** We could not ask: `me` is then what we knew last, and the next try is at `retryAt`. */
  error?: 'identity-unavailable';
  retryAt?: Date;
}

interface Session extends SessionSnapshot {
  /** Signs this browser out, in all its tabs; other devices stay signed in. */
  signOut(): void;
  /** Checks again who is signed in, and returns the result. */
  refresh(): Promise<SessionSnapshot>;
}

/** In the root layout, once: follows the session of this browser. */
export function SessionProvider({ children }: { children: ReactNode }) {
  useEffect(followSession, []);
  return children;
}

/** Who is signed in, for islands. On the server and until the first response: `unknown`. */
export function useSession(): Session {
  const current = useSyncExternalStore(subscribe, getSnapshot, () => initialSnapshot);
  return { ...current, signOut: () => endSession(), refresh: refreshSession };
}

const ME_KEY = 'marquee.me';
const initialSnapshot: SessionSnapshot = { state: 'unknown', me: null };

let snapshot: SessionSnapshot = initialSnapshot;
let generation = 0;
let newest: Promise<SessionSnapshot> = Promise.resolve(snapshot);
let retryTimer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getSnapshot(): SessionSnapshot {
  return snapshot;
}

/** The same, but waits for the first response. */
export async function settledSnapshot(): Promise<SessionSnapshot> {
  return snapshot.state === 'unknown' ? newest : snapshot;
}

/** Starts to follow the session of this browser: other tabs, steps back in the history, the network's return. */
function followSession(): () => void {
  const again = () => void refreshSession();
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) again();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key === ME_KEY) takeKnown();
  };
  const stop = onSessionChange(onChange);
  window.addEventListener('storage', onStorage);
  window.addEventListener('pageshow', onPageShow);
  window.addEventListener('online', again);
  again();
  return () => {
    stop();
    clearTimeout(retryTimer);
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('pageshow', onPageShow);
    window.removeEventListener('online', again);
  };
}

/** Another tab has only renewed its token: who is signed in is the same, and nothing needs to be asked. */
function onChange(): void {
  const saved = readStoredSession();
  if (saved && snapshot.state === 'member' && snapshot.me?.id === saved.id) return;
  void refreshSession();
}

/** Another tab has asked who is signed in: what it knows, such as a new name, holds here too. */
function takeKnown(): void {
  const known = z.safeParse(meSchema, { user: localStore.read(ME_KEY) }).data?.user;
  if (known && snapshot.state === 'member' && known.id === snapshot.me?.id)
    publish({ ...snapshot, me: known });
}

/** Asks who is signed in, and tells all islands. An older response never replaces a newer one. */
export function refreshSession(): Promise<SessionSnapshot> {
  generation += 1;
  clearTimeout(retryTimer);
  newest = ask(generation);
  return newest;
}

async function ask(mine: number): Promise<SessionSnapshot> {
  const saved = readStoredSession();
  if (!saved) {
    publish(visitor());
    await removeCookie();
    return snapshot;
  }
  if (snapshot.me && snapshot.me.id !== saved.id) publish(initialSnapshot);
  const next = await fetchMe();
  if (mine !== generation) return newest;
  publish(next);
  if (next.retryAt) {
    retryTimer = setTimeout(() => void refreshSession(), next.retryAt.getTime() - Date.now());
  }
  return snapshot;
}

async function fetchMe(): Promise<SessionSnapshot> {
  // Whose session Identity ends here is signed out: the cookie that is left would only be refused.
  const token = await getAccessToken().catch(() => undefined);
  if (token === null) return visitor();
  const fetched = await callApi('GET', '/api/me', { response: meSchema });
  if (fetched.ok) return remember(fetched.data.user);
  const { code, retryAt } = fetched.error;
  if (code === 'session-invalid' || code === 'session-required') {
    endSession('identity');
    return visitor();
  }
  const error = 'identity-unavailable';
  return { state: 'member', me: lastKnown(), error, retryAt: retryAt ?? defaultRetryAt() };
}

/** Expires the cookie of a session that has ended, which only our server can; without a network the next page tries again. */
async function removeCookie(): Promise<void> {
  if (!isCookieLeft()) return;
  const removed = await callApi('DELETE', '/api/session', { response: z.null(), anonymous: true });
  if (removed.ok) noteCookieRemoved();
}

function remember(me: Me['user']): SessionSnapshot {
  if (!me) return visitor();
  forgetEndedSession();
  localStore.write(ME_KEY, me);
  return { state: 'member', me };
}

function visitor(): SessionSnapshot {
  return { state: 'visitor', me: null, ended: hasExpired() };
}

/** For display only: the server decides on each request. */
function lastKnown(): Me['user'] {
  const saved = readStoredSession();
  if (!saved) return null;
  const known = z.safeParse(meSchema, { user: localStore.read(ME_KEY) });
  if (known.success && known.data.user?.id === saved.id) return known.data.user;
  return {
    id: saved.id,
    name: '',
    email: saved.email,
    roles: [],
    ban: null,
    createdVia: null,
    pendingEmail: null,
  };
}

function publish(next: SessionSnapshot): void {
  snapshot = next;
  if (next.state === 'visitor') localStore.remove(ME_KEY);
  for (const listener of listeners) listener();
}
