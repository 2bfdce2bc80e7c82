/**
 * The tags of cached pages and their data. A change expires its tags in Next's cache and, through the adapter, in
 * Netlify's CDN.
 */

/** Any screening or auditorium. */
export const PROGRAMME_TAG = 'programme';

/** Any film's facts. */
export const FILMS_TAG = 'films';

export function filmTag(slug: string): string {
  return `film:${slug}`;
}

/** A film's comments, their authors' names, and whether the discussion is open. */
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

/** On everything that is cached: for an import, which changes too much to name. */
export const SITE_TAG = 'site';
