'use client';

import { saveReturnTo } from '../_session/return-to';
import { type Callback, type CallbackNotice, readCallback, takeStrippedHash } from './callback';
import type { CallbackOutcome } from './callback-outcome';
import { cancelOAuth, detectOAuthAbort } from './oauth';

/** The notice above the page, about a link that was followed or left by another page: a store for `useSyncExternalStore`. */
export interface ShownNotice {
  /** Null for what another page left. */
  callback: Callback | null;
  /** Null while the link is being followed. */
  notice: CallbackNotice | null;
  /** The page that it belongs to; it goes when people go on. */
  pathname: string;
}

let shown: ShownNotice | null = null;
/** The page that a link led to: nobody was there of their own will, so it is none to return to. */
let landing: string | null = null;
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shownNotice(): ShownNotice | null {
  return shown;
}

/** Leaves a notice for the page that comes next. */
export function showNoticeOn(href: string, notice: CallbackNotice): void {
  show({ callback: null, notice, pathname: pathOf(href) });
}

export function dismissNotice(): void {
  show(null);
}

/** Called on each page: takes a callback out of the address, or notes where people are. */
export function handlePageVisit(go: (href: string) => void): void {
  const stripped = readCallback(takeStrippedHash());
  if (stripped) {
    landing = currentPath();
    cancelOAuth();
    return void handleCallback(stripped, go);
  }
  const callback = readCallback(window.location.hash);
  if (callback) return stripHash(() => void handleCallback(callback, go));
  const notice = detectOAuthAbort();
  if (notice) {
    landing = currentPath();
    return showNoticeOn(landing, notice);
  }
  if (currentPath() === landing) return;
  landing = null;
  saveReturnTo(currentPath());
}

/** Does what the link asks for and shows how it went, on the page where people then are. */
export async function handleCallback(callback: Callback, go: (href: string) => void): Promise<void> {
  show({ callback, notice: null, pathname: window.location.pathname });
  const { notice, href } = await follow(callback);
  const pathname = href === null ? window.location.pathname : pathOf(href);
  show(notice && { callback, notice, pathname });
  if (href !== null) go(href);
}

const notLoaded: CallbackNotice = {
  tone: 'error',
  title: 'We cannot be reached',
  text: 'Your link still works. Check that you’re online, then try again.',
  canRetry: true,
};

/** Its code is loaded when there is a link to follow: most pages are opened without. */
async function follow(callback: Callback): Promise<CallbackOutcome> {
  try {
    const { followCallback } = await import('./callback-outcome');
    return await followCallback(callback);
  } catch {
    return { notice: notLoaded, href: null };
  }
}

/** A link opened in a page that is already there. The router hears of it and takes a moment to follow. */
function stripHash(then: () => void): void {
  landing = currentPath();
  window.history.replaceState(null, '', currentPath());
  setTimeout(then);
}

function show(next: ShownNotice | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

function currentPath(): string {
  return window.location.pathname + window.location.search;
}

function pathOf(href: string): string {
  return new URL(href, window.location.origin).pathname;
}
