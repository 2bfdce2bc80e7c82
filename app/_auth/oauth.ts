'use client';

import type { CallbackNotice } from './callback';
import { identityClient, requireRedirect } from '../_session/client';
import { localStore, sessionStore } from '../_session/storage';
import { rememberEmailRequest } from './emailed-links';

/** Going to another sign-in service, and coming back from there without a result. */

const PROVIDER_KEY = 'marquee.provider';
/** For all tabs: a telephone may come back in a new one. */
const PENDING_KEY = 'marquee.oauth-pending';
/** Identity gives people five minutes; twice that is long past. */
const PENDING_MS = 10 * 60 * 1000;

/** True once people are on their way: whatever page shows then is the one that they leave. */
let leaving = false;

/**
 * Sends people to the service.
 * @throws the error as gotrue-js would, or the network's error
 */
export async function startOAuth(id: string, label: string, inviteToken?: string): Promise<void> {
  const client = await identityClient();
  const address =
    inviteToken === undefined ? client.loginExternalUrl(id) : client.acceptInviteExternalUrl(id, inviteToken);
  await requireRedirect(address);
  sessionStore.write(PROVIDER_KEY, { label, at: Date.now() });
  localStore.write(PENDING_KEY, Date.now());
  leaving = true;
  window.location.assign(address);
}

/**
 * Whether this browser recently started a sign-in through another service. Tokens in an address that nobody here
 * asked for may belong to a stranger who wants to see what is posted under their name.
 */
export function isOAuthPending(): boolean {
  const at = localStore.read(PENDING_KEY);
  return typeof at === 'number' && Date.now() - at < PENDING_MS;
}

export function clearOAuthPending(): void {
  localStore.remove(PENDING_KEY);
}

/** People are here again, or never left. */
export function cancelOAuth(): void {
  leaving = false;
  sessionStore.remove(PROVIDER_KEY);
}

/**
 * For people who come back when Identity sent them here without a hash: it has mailed a link, because the service does not
 * vouch for their address (contract 3.6). Null after a reload or a step back.
 */
export function detectOAuthAbort(): CallbackNotice | null {
  const saved = sessionStore.read(PROVIDER_KEY);
  if (leaving || typeof saved !== 'object' || saved === null) return null;
  cancelOAuth();
  const { label, at } = saved as { label?: unknown; at?: unknown };
  const [entry] = performance.getEntriesByType('navigation');
  const cameByLink = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  if (!cameByLink || typeof at !== 'number' || Date.now() - at > PENDING_MS) return null;
  if (typeof label !== 'string') return null;
  rememberEmailRequest();
  return mailWentOut(label);
}

function mailWentOut(service: string): CallbackNotice {
  const mail = `${service} didn’t confirm your address, so we’ve sent you an e-mail.`;
  const next = 'Open its link and you’ll come back to where you were, with what you typed.';
  const otherwise = `If you cancelled at ${service}, there’s no e-mail and nothing was changed.`;
  const text = `${mail} ${next} ${otherwise}`;
  return { tone: 'warning', title: 'Check your e-mail', text };
}
