import type { Metadata } from 'next';
import { unstable_rethrow } from 'next/navigation';
import { toProblemError } from '@/lib/http/finish';
import { describeError, log } from '@/lib/log';
import { encodeDigest } from './error-digest';

/**
 * Loads what a page's first paint needs. A failure is logged with a new request id and thrown again with that id as
 * `digest` (pages cannot answer 503: a page that throws is 500). `not-found` passes: the page turns it into a 404.
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

/** Loads a page's metadata; falls back to the site's own if the page fails. */
export async function withMetadataFallback(load: () => Promise<Metadata>): Promise<Metadata> {
  try {
    return await load();
  } catch (error) {
    unstable_rethrow(error);
    // The page itself loads the same, fails too and shows the error; without this it would have no title.
    return {};
  }
}
