import { expect } from 'vitest';
import { ask, type Answer } from '../http';
import type { Probe } from '../probe';
import type { Tokens } from '../wire';

/** What somebody answers at the provider's page; `verified` unless said otherwise. */
export interface AtProvider {
  email: string;
  name?: string;
  avatar_url?: string;
  verified?: boolean;
  outcome?: 'allow' | 'refuse' | 'error' | 'bad-code';
}

interface Way {
  provider?: string;
  inviteToken?: string;
  /** The page that people come from. */
  referer?: string;
}

/** The address that /authorize sends to; its state travels on. */
export async function toProvider(t: Probe, way: Way = {}): Promise<URL> {
  const query = new URLSearchParams({ provider: way.provider ?? 'google' });
  if (way.inviteToken !== undefined) query.set('invite_token', way.inviteToken);
  const headers: Record<string, string> = way.referer ? { Referer: way.referer } : {};
  const answer = await t.ask(`/authorize?${query.toString()}`, { headers });
  expect(answer.status, answer.text).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

/** The query with which the provider's page sends people back. */
export async function atProvider(t: Probe, page: URL, person: AtProvider): Promise<string> {
  const { verified = true, ...fields } = person;
  const form = {
    ...fields,
    state: page.searchParams.get('state') ?? '',
    ...(verified ? { verified: 'yes' } : {}),
  };
  const answer = await ask(`${t.target.controlUrl}${page.pathname}`, { form });
  expect(answer.status, answer.text).toBe(303);
  return new URL(answer.headers.get('location') ?? '').search;
}

/** The whole way: where people end up. */
export async function through(t: Probe, person: AtProvider, way: Way = {}): Promise<URL> {
  const query = await atProvider(t, await toProvider(t, way), person);
  return landing(await t.ask(`/callback${query}`));
}

export function landing(answer: Answer): URL {
  expect(answer.status, answer.text).toBe(302);
  expect(answer.headers.getSetCookie()).toEqual([]);
  return new URL(answer.headers.get('location') ?? '');
}

export function hashOf(url: URL): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(url.hash.slice(1)));
}

/** The tokens in the hash, in the shape of /token's answer. */
export function tokensIn(url: URL): Tokens {
  const hash = hashOf(url);
  expect(Object.keys(hash)).toEqual(['access_token', 'expires_in', 'refresh_token', 'token_type']);
  return { ...(hash as unknown as Tokens), expires_in: Number(hash.expires_in) };
}
