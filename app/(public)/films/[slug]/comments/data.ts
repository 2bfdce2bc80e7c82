import { cache } from 'react';
import { getThread, listComments } from '@/lib/comments/public-listings';
import { commentIdSchema, type CommentOrder, type CommentPage, type Thread } from '@/lib/comments/schema';
import { slugSchema } from '@/lib/films/schema';
import { ProblemError } from '@/lib/problem';
import { cached } from '@/app/_cache/cached';
import { commentsTag, filmTag } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

interface KeptThread extends Thread {
  now: Date;
}

/** A comment with its thread: four queries when Next does not have it. Null for one that is not there. */
export const loadThread = cache(async (slug: string, id: string): Promise<KeptThread | null> => {
  if (!slugSchema.safeParse(slug).success || !commentIdSchema.safeParse(id).success) return null;
  const now = new Date();
  const thread = await withPageError('/films/:slug/comments/:id', () =>
    cached(['thread', slug, id], [commentsTag(slug), filmTag(slug)], () => orNull(getThread(id))),
  );
  return thread && { ...thread, now };
});

/** A page of the talk in the order that somebody asked for: two queries. Null for a cursor that is not ours. */
export function loadDiscussion(
  slug: string,
  order: CommentOrder,
  cursor?: string,
): Promise<CommentPage | null> {
  return withPageError('/films/:slug/comments', () => {
    // Of the pages after the first one there are too many to keep.
    if (cursor !== undefined) return orNull(listComments(slug, { order, cursor }));
    return cached(['talk', slug, order], [commentsTag(slug)], () => listComments(slug, { order }));
  });
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    const isAbsent = error instanceof ProblemError && ['not-found', 'invalid'].includes(error.code);
    if (isAbsent) return null;
    throw error;
  }
}
