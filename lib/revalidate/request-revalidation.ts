import { randomUUID } from 'node:crypto';
import { callSite } from '../call-site';
import { describeError, log } from '../log';
import { enqueue } from '../outbox/outbox';
import type { RevalidateRequest } from './schema';

const TIMEOUT_MS = 2_000;

/**
 * Asks the site to render pages again, from outside of Next: only its own route handlers can expire its cache. If the
 * site does not respond, it is asked again by way of the outbox. Without an address or a secret pages follow within two
 * minutes.
 *
 * @returns whether the site was told
 */
export async function requestRevalidation(changed: RevalidateRequest): Promise<boolean> {
  const isTold = await callSite('/api/internal/revalidate', changed, TIMEOUT_MS);
  if (isTold === false) {
    log.warn('pages.revalidation-failed');
    await askLater(changed);
  }
  return isTold ?? false;
}

/** Never fails: what was changed is changed, and pages follow by themselves. */
async function askLater(changed: RevalidateRequest): Promise<void> {
  try {
    await enqueue(
      { id: `pages:revalidate:${randomUUID()}`, kind: 'revalidate', payload: changed },
      new Date(),
    );
  } catch (error) {
    log.warn('pages.revalidation-lost', { error: describeError(error) });
  }
}
