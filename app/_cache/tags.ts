/**
 * The names under which cached pages and what they read are kept. A change expires its names, in Next's cache and, through
 * the adapter's purge, in Netlify's.
 */

/** Any screening or auditorium. */
export const PROGRAMME_TAG = 'programme';

/** Any film's facts. */
export const FILMS_TAG = 'films';

export function filmTag(slug: string): string {
  return `film:${slug}`;
}

/** A film's comments, their authors' names, whether its talk is open. */
export function commentsTag(slug: string): string {
  return `comments:${slug}`;
}

/** A member's own page. */
export function memberTag(id: string): string {
  return `member:${id}`;
}

/** Where a comment is shown: its film's discussion and its author's page. A guest has no page. */
export function commentTags({ filmId, authorId }: { filmId: string; authorId: string | null }): string[] {
  return [commentsTag(filmId), ...(authorId === null ? [] : [memberTag(authorId)])];
}

/** On everything that is kept: for an import, which changes more than can be named. */
export const SITE_TAG = 'site';
