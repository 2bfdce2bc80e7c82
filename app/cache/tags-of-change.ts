import { filmsCommentedBy } from '@/lib/comments/films-commented-by';
import type { ChangedContent } from '@/lib/site/schema';
import { commentsTag, FILMS_TAG, filmTag, memberTag, PROGRAMME_TAG, SITE_TAG } from './tags';

/** What a change touches: for a member one query, the films under which their name stands. */
export async function tagsOfChange(changed: ChangedContent): Promise<string[]> {
  const { memberIds = [], filmSlugs = [], programme = false, everything = false } = changed;
  const ofMembers = await Promise.all(memberIds.map(tagsOfMember));
  return [
    ...ofMembers.flat(),
    ...filmSlugs.map(filmTag),
    ...(filmSlugs.length > 0 ? [FILMS_TAG] : []),
    ...(programme ? [PROGRAMME_TAG] : []),
    ...(everything ? [SITE_TAG] : []),
  ];
}

/** Everything on which a member's name stands. One query. */
export async function tagsOfMember(id: string): Promise<string[]> {
  return [memberTag(id), ...(await filmsCommentedBy(id)).map(commentsTag)];
}
