import { revalidateTag } from 'next/cache';
import { filmSlugsCommentedBy } from '@/lib/comments/queries';
import type { RevalidateRequest } from '@/lib/revalidate/schema';

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

/** For route handlers, after a change: the next request renders pages cached under one of `tags` again. */
export function revalidateTags(...tags: string[]): void {
  for (const tag of new Set(tags)) revalidateTag(tag, { expire: 0 });
}

/** The tags of a change. For a member it needs one query: the films they have commented on. */
export async function tagsForChange(changed: RevalidateRequest): Promise<string[]> {
  const { memberIds = [], filmSlugs = [], programme = false, everything = false } = changed;
  const ofMembers = await Promise.all(memberIds.map(tagsForMember));
  return [
    ...ofMembers.flat(),
    ...filmSlugs.map(filmTag),
    ...(filmSlugs.length > 0 ? [FILMS_TAG] : []),
    ...(programme ? [PROGRAMME_TAG] : []),
    ...(everything ? [SITE_TAG] : []),
  ];
}

/** The tags of everything that shows a member's name. One query. */
export async function tagsForMember(id: string): Promise<string[]> {
  return [memberTag(id), ...(await filmSlugsCommentedBy(id)).map(commentsTag)];
}
