'use client';

import * as z from 'zod/mini';
import { type Me, meSchema } from '@/lib/accounts/schema';
import { apiFetch, readProblem, retryAfterSeconds } from './api-client';
import { endSession, retryCookieRemoval, forgetEndedSession, hasExpired } from './sign-out';
import { localStore } from './storage';
import { onSessionChange, readSavedSession } from './stored-session';

/** What this tab knows about who is signed in. `unknown` lasts until the first answer. */
export interface SessionSnapshot {
  state: 'unknown' | 'visitor' | 'member';
  me: Me['user'];
  /** A visitor whose session is over though nobody has signed out here. */
  ended?: boolean;
  /** We could not ask: `me` is then what we knew last, and the next try is at `retryAt`. */
  error?: 'identity-unavailable';
  retryAt?: Date;
}

const ME_KEY = 'marquee.me';
export const initialSnapshot: SessionSnapshot = { state: 'unknown', me: null };

let view: SessionSnapshot = initialSnapshot;
let generation = 0;
let newest: Promise<SessionSnapshot> = Promise.resolve(view);
let retryTimer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getSnapshot(): SessionSnapshot {
  return view;
}

/** The same, but waits for the first answer. */
export async function settledSnapshot(): Promise<SessionSnapshot> {
  return view.state === 'unknown' ? newest : view;
}

/** Starts to follow the session of this browser: other tabs, the way back by the history, the network's return. */
export function followSession(): () => void {
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
  const saved = readSavedSession();
  if (saved && view.state === 'member' && view.me?.id === saved.id) return;
  void refreshSession();
}

/** Another tab has asked who is signed in: what it heard, such as a new name, holds here too. */
function takeKnown(): void {
  const known = z.safeParse(meSchema, { user: localStore.read(ME_KEY) }).data?.user;
  if (known && view.state === 'member' && known.id === view.me?.id) publish({ ...view, me: known });
}

/** Asks who is signed in, and tells all islands. The answer of an older question never replaces a newer one. */
export function refreshSession(): Promise<SessionSnapshot> {
  generation += 1;
  clearTimeout(retryTimer);
  newest = ask(generation);
  return newest;
}

async function ask(mine: number): Promise<SessionSnapshot> {
  const saved = readSavedSession();
  if (!saved) {
    publish(visitor());
    await retryCookieRemoval();
    return view;
  }
  if (view.me && view.me.id !== saved.id) publish(initialSnapshot);
  const answer = await askWhoIsSignedIn();
  if (mine !== generation) return newest;
  publish(answer);
  if (answer.retryAt) {
    retryTimer = setTimeout(() => void refreshSession(), answer.retryAt.getTime() - Date.now());
  }
  return view;
}

async function askWhoIsSignedIn(): Promise<SessionSnapshot> {
  const response = await apiFetch('/api/me');
  if (response.ok) {
    const me = z.safeParse(meSchema, await response.json().catch(() => null));
    if (me.success) return remember(me.data.user);
  }
  const problem = await readProblem(response);
  if (problem?.code === 'session-invalid' || problem?.code === 'session-required') {
    await endSession('identity');
    return visitor();
  }
  const retryAt = new Date(Date.now() + retryAfterSeconds(response) * 1000);
  return { state: 'member', me: lastKnown(), error: 'identity-unavailable', retryAt };
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

/** For display only: the server decides anew with each request. */
function lastKnown(): Me['user'] {
  const saved = readSavedSession();
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
  view = next;
  if (next.state === 'visitor') localStore.remove(ME_KEY);
  for (const listener of listeners) listener();
}
