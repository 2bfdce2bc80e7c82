import { env } from '../env';
import { fetchJson } from '../fetch-json';
import { describeError, log } from '../log';
import type { RevalidateRequest } from './schema';

const TIMEOUT_MS = 2_000;

/**
 * Asks the site to render pages again, from outside of Next: only its own route handlers can expire its cache.
 * Without an address or a secret, or if the site does not respond, pages follow within two minutes.
 *
 * @returns whether the site was told
 */
export async function requestRevalidation(changed: RevalidateRequest): Promise<boolean> {
  const [site, secret] = [env('URL'), env('INTERNAL_SECRET')];
  if (!site || !secret) return false;
  try {
    const { status } = await fetchJson(new URL('/api/internal/revalidate', site).href, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(changed),
      timeoutMs: TIMEOUT_MS,
    });
    if (status === 204) return true;
    log.warn('pages.revalidation-failed', { status });
  } catch (error) {
    log.warn('pages.revalidation-failed', { error: describeError(error) });
  }
  return false;
}
