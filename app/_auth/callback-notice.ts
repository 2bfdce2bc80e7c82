'use client';

import { type Callback, readCallback, takeStrippedHash } from './callback';
import type { Message, Outcome } from './callback-outcome';
import { cancelOAuth, detectOAuthAbort } from './oauth';
import { saveReturnTo } from '../_session/return-to';

/** What stands above the page: the result of a link, or what another page left to say. */
export interface Arrival {
  /** Null for a message that another page left. */
  callback: Callback | null;
  /** Null while the link is being followed. */
  message: Message | null;
  /** The page that it belongs to; it goes when people go on. */
  pathname: string;
}

let arrival: Arrival | null = null;
/** The page that a link led to: nobody was there of their own will, so it is no place to return to. */
let landing: string | null = null;
const listeners = new Set<() => void>();

export function subscribeArrival(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentArrival(): Arrival | null {
  return arrival;
}

/** Leaves a message for the page that comes next. */
export function leaveMessage(message: Message, place: string): void {
  show({ callback: null, message, pathname: pathOf(place) });
}

export function closeArrival(): void {
  show(null);
}

/** Called on each page: takes a callback out of the address, or notes where people are. */
export function visitPage(go: (place: string) => void): void {
  const early = readCallback(takeStrippedHash());
  if (early) {
    landing = hereNow();
    cancelOAuth();
    return void follow(early, go);
  }
  const callback = readCallback(window.location.hash);
  if (callback) return stripHash(() => void follow(callback, go));
  const message = detectOAuthAbort();
  if (message) {
    landing = hereNow();
    return leaveMessage(message, landing);
  }
  if (hereNow() === landing) return;
  landing = null;
  saveReturnTo(hereNow());
}

/** Does what the link asks for and shows how it went, on the page where people then are. */
export async function follow(callback: Callback, go: (place: string) => void): Promise<void> {
  show({ callback, message: null, pathname: window.location.pathname });
  const { message, place } = await outcomeOf(callback);
  const pathname = place === null ? window.location.pathname : pathOf(place);
  show(message && { callback, message, pathname });
  if (place !== null) go(place);
}

const notLoaded: Message = {
  tone: 'bad',
  title: 'We cannot be reached',
  text: 'Your link still works. Check that you’re online, then try again.',
  again: true,
};

/** What follows it is loaded when there is something to follow: most pages are opened without. */
async function outcomeOf(callback: Callback): Promise<Outcome> {
  try {
    const { followCallback } = await import('./callback-outcome');
    return await followCallback(callback);
  } catch {
    return { message: notLoaded, place: null };
  }
}

/** A link opened in a page that is already there. The router hears of it and takes a moment to follow. */
function stripHash(then: () => void): void {
  landing = hereNow();
  window.history.replaceState(null, '', hereNow());
  setTimeout(then);
}

function show(next: Arrival | null): void {
  arrival = next;
  for (const listener of listeners) listener();
}

function hereNow(): string {
  return window.location.pathname + window.location.search;
}

function pathOf(place: string): string {
  return new URL(place, window.location.origin).pathname;
}
