import { revalidateTag } from 'next/cache';
import { filmSlugsCommentedBy } from '@/lib/comments/queries';
import type { RevalidateRequest } from '@/lib/revalidate/schema';
import { commentsTag, FILMS_TAG, filmTag, memberTag, PROGRAMME_TAG, SITE_TAG } from './tags';

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
