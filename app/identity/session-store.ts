'use client';

import * as z from 'zod/mini';
import { type Me, meSchema } from '@/lib/identity/schema';
import { apiFetch, readProblem, retryAfterSeconds } from './api-fetch';
import { endSession, finishSignOut, forgetEndedSession, hasSessionEnded } from './end-session';
import { localItems } from './items';
import { onSessionChange, readSavedSession } from './saved-session';

/** What this tab knows about who is signed in. `unknown` lasts until the first answer. */
export interface SessionView {
  state: 'unknown' | 'visitor' | 'member';
  me: Me['user'];
  /** A visitor whose session is over though nobody has signed out here. */
  ended?: boolean;
  /** We could not ask: `me` is then what we knew last, and the next try is at `retryAt`. */
  error?: 'identity-unavailable';
  retryAt?: Date;
}

const ME_KEY = 'marquee.me';
export const unknownSession: SessionView = { state: 'unknown', me: null };

let view: SessionView = unknownSession;
let generation = 0;
let newest: Promise<SessionView> = Promise.resolve(view);
let retryTimer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentView(): SessionView {
  return view;
}

/** The same, but waits for the first answer. */
export async function knownSession(): Promise<SessionView> {
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
  const known = z.safeParse(meSchema, { user: localItems.read(ME_KEY) }).data?.user;
  if (known && view.state === 'member' && known.id === view.me?.id) publish({ ...view, me: known });
}

/** Asks who is signed in, and tells all islands. The answer of an older question never replaces a newer one. */
export function refreshSession(): Promise<SessionView> {
  generation += 1;
  clearTimeout(retryTimer);
  newest = ask(generation);
  return newest;
}

async function ask(mine: number): Promise<SessionView> {
  const saved = readSavedSession();
  if (!saved) {
    publish(visitor());
    await finishSignOut();
    return view;
  }
  if (view.me && view.me.id !== saved.id) publish(unknownSession);
  const answer = await askWhoIsSignedIn();
  if (mine !== generation) return newest;
  publish(answer);
  if (answer.retryAt) {
    retryTimer = setTimeout(() => void refreshSession(), answer.retryAt.getTime() - Date.now());
  }
  return view;
}

async function askWhoIsSignedIn(): Promise<SessionView> {
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

function remember(me: Me['user']): SessionView {
  if (!me) return visitor();
  forgetEndedSession();
  localItems.write(ME_KEY, me);
  return { state: 'member', me };
}

function visitor(): SessionView {
  return { state: 'visitor', me: null, ended: hasSessionEnded() };
}

/** For display only: the server decides anew with each request. */
function lastKnown(): Me['user'] {
  const saved = readSavedSession();
  if (!saved) return null;
  const known = z.safeParse(meSchema, { user: localItems.read(ME_KEY) });
  if (known.success && known.data.user?.id === saved.id) return known.data.user;
  return { id: saved.id, name: '', email: saved.email, roles: [], ban: null, origin: null, newEmail: null };
}

function publish(next: SessionView): void {
  view = next;
  if (next.state === 'visitor') localItems.remove(ME_KEY);
  for (const listener of listeners) listener();
}
