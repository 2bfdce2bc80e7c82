import { env } from './env';
import { fetchJson } from './fetch-json';
import { describeError, log } from './log';

/**
 * Posts to one of the site's own internal routes, for functions and commands: what needs Next, or the token that Identity
 * gives to requests, is in reach there alone.
 *
 * @returns whether the site did it; null without an address or a secret
 */
export async function callSite(path: string, body: unknown, timeoutMs: number): Promise<boolean | null> {
  const [site, secret] = [env('URL'), env('INTERNAL_SECRET')];
  if (!site || !secret) return null;
  try {
    const { status } = await fetchJson(new URL(path, site).href, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      timeoutMs,
    });
    if (status >= 200 && status < 300) return true;
    log.warn('site.call-failed', { path, status });
  } catch (error) {
    log.warn('site.call-failed', { path, error: describeError(error) });
  }
  return false;
}
