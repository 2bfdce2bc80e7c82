import { unstable_cache } from 'next/cache';
import { connection } from 'next/server';
import { cache } from 'react';
import { SITE_TAG } from './tags';

/** For changes made outside the site, by a script or by hand; the site's own changes expire their tags at once. */
const REVALIDATE_SECONDS = 60;

/**
 * Caches what a public page reads, under `tags`. The value is serialized as JSON and must not depend on the time of
 * day: what has started is worked out afterwards, from a value that is cached for a whole day of the cinema.
 *
 * @param key identifies the value; its first word names the query
 */
export function cached<T>(key: string[], tags: string[], load: () => Promise<T>): Promise<T> {
  return unstable_cache(load, key, { tags: [...tags, SITE_TAG], revalidate: REVALIDATE_SECONDS })();
}

/** The one "now" of a request. Asking for it makes a page render on request, never during the build. */
export const requestTime = cache(async (): Promise<Date> => {
  await connection();
  return new Date();
});
