import { authorsById } from '../members/authors';
import { listByAuthor } from './comments-of-people';
import { parseCursor, toPage } from './cursor';
import { filmNamesOf } from './placed';
import type { MyComments } from './people-schema';
import { COMMENTS_PAGE_SIZE } from './schema';
import { toFullReply } from './to-reply';

/**
 * What somebody wrote, for themselves: newest first, what staff have removed with the reason; what they deleted is gone.
 * Three queries. Throws `invalid` (422) for a cursor that is not ours.
 */
export async function listMyComments(authorId: string, cursor?: string): Promise<MyComments> {
  const after = parseCursor(cursor);
  const found = await listByAuthor(authorId, ['visible', 'removed'], after, COMMENTS_PAGE_SIZE + 1);
  const { page, nextCursor } = toPage(found, COMMENTS_PAGE_SIZE);
  const [filmOf, authors] = await Promise.all([filmNamesOf(page), authorsById([authorId])]);
  const items = page.map((comment) => ({
    comment: toFullReply(comment, authors),
    film: filmOf(comment),
    parentId: comment.parentId,
    removal: comment.removal && {
      reason: comment.removal.reason,
      at: comment.removal.at.toISOString(),
    },
  }));
  return { items, nextCursor };
}
