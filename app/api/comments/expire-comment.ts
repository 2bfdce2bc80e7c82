import { revalidateTags } from '@/app/_cache/revalidate';
import { commentsTag, memberTag } from '@/app/_cache/tags';

/** After a comment has changed: expires its film's comments and its author's page. A guest has no page. */
export function revalidateComment({ filmId, authorId }: { filmId: string; authorId: string | null }): void {
  revalidateTags(commentsTag(filmId), ...(authorId === null ? [] : [memberTag(authorId)]));
}
