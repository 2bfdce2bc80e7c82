import type { Metadata } from 'next';
import { unstable_rethrow } from 'next/navigation';
import { toProblemError } from '@/lib/http/finish';
import { describeError, log } from '@/lib/log';
import { encodeDigest } from './error-digest';

/**
 * Runs what a page's first paint needs. A failure is logged with a new request id and thrown again with that id as
 * `digest` (pages cannot answer 503: a thrown page is 500). `not-found` passes: the page makes a true 404 of it.
 */
export async function withPageError<T>(page: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // Next's own signals: a page that turns out to be dynamic while it is built, a redirect.
    unstable_rethrow(error);
    const { code } = toProblemError(error);
    if (code === 'not-found') throw error;
    const requestId = crypto.randomUUID();
    log.error('page.failed', { requestId, page, code, error: describeError(error) });
    const kind = code === 'database-unavailable' ? 'database' : 'unknown';
    const digest = encodeDigest({ kind, requestId });
    // Without its cause: Next prints what is thrown, and all that may be known of it is in the log line above.
    throw Object.assign(new Error('The page could not be made'), { digest });
  }
}

/** What a page says of itself to the browser's tab and to others; the house's own words when the page could not be made. */
export async function withMetadataFallback(load: () => Promise<Metadata>): Promise<Metadata> {
  try {
    return await load();
  } catch (error) {
    unstable_rethrow(error);
    // The page itself asks for the same, fails too and says so: without this it would have no title.
    return {};
  }
}
