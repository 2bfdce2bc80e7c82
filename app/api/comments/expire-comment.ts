import { revalidateTags } from '@/app/_cache/revalidate';
import { commentsTag, memberTag } from '@/app/_cache/tags';

/** After a comment has changed: the talk on which it stands and its writer's page. A guest has no page. */
export function revalidateComment({ filmId, authorId }: { filmId: string; authorId: string | null }): void {
  revalidateTags(commentsTag(filmId), ...(authorId === null ? [] : [memberTag(authorId)]));
}
