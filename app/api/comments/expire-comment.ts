import { expireTags } from '@/app/cache/expire';
import { commentsTag, memberTag } from '@/app/cache/tags';

/** After a comment has changed: the talk on which it stands and its writer's page. A guest has no page. */
export function expireComment({ filmId, authorId }: { filmId: string; authorId: string | null }): void {
  expireTags(commentsTag(filmId), ...(authorId === null ? [] : [memberTag(authorId)]));
}
