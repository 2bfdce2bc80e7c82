import { cache } from 'react';
import { getThread, listComments } from '@/lib/comments/listings';
import { commentIdSchema, type CommentOrder, type CommentPage, type Thread } from '@/lib/comments/schema';
import { slugSchema } from '@/lib/films/schema';
import { nullIfNotFound, type ProblemCode } from '@/lib/problem';
import { cached } from '@/app/_cache/cached';
import { commentsTag, filmTag } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** An id or a cursor that is not ours leads nowhere, as one that is gone does. */
const ABSENT: ProblemCode[] = ['not-found', 'invalid'];

interface KeptThread extends Thread {
  now: Date;
}

/** A comment with its thread: four queries when Next does not have it. Null for one that is not there. */
export const loadThread = cache(async (slug: string, id: string): Promise<KeptThread | null> => {
  if (!slugSchema.safeParse(slug).success || !commentIdSchema.safeParse(id).success) return null;
  const now = new Date();
  const thread = await withPageError('/films/:slug/comments/:id', () =>
    cached(['thread', slug, id], [commentsTag(slug), filmTag(slug)], () =>
      nullIfNotFound(getThread(id), ABSENT),
    ),
  );
  return thread && { ...thread, now };
});

/** Loads a page of comments in either order: two queries. Null for an invalid cursor. */
export function loadDiscussion(
  slug: string,
  order: CommentOrder,
  cursor?: string,
): Promise<CommentPage | null> {
  return withPageError('/films/:slug/comments', () => {
    // Only first pages are cached; there are too many others.
    if (cursor !== undefined) return nullIfNotFound(listComments(slug, { order, cursor }), ABSENT);
    return cached(['comment-list', slug, order], [commentsTag(slug)], () => listComments(slug, { order }));
  });
}
