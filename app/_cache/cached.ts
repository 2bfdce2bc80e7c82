import { unstable_cache } from 'next/cache';
import { SITE_TAG } from './tags';

/** For changes that come past the site, by a script or a hand in the database; the site's own expire their tags at once. */
const REVALIDATE_SECONDS = 60;

/**
 * What a public page reads, kept by Next under `tags`. The value goes through JSON and must not depend on the clock: what
 * has begun or what "today" means is worked out afterwards, from a value that is kept for a whole house day.
 * @param key which value it is; the first word names the query
 */
export function cached<T>(key: string[], tags: string[], load: () => Promise<T>): Promise<T> {
  return unstable_cache(load, key, { tags: [...tags, SITE_TAG], revalidate: REVALIDATE_SECONDS })();
}
