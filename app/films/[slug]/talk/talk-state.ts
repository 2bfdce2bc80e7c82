import type { Comment, CommentPage } from '@/lib/comments/schema';

/** What the browser has of a film's comments. The same shape as a page of them: the first one is where it starts. */
export type TalkState = CommentPage;

/** The next older page at the end. What came in twice, because something was posted between, stays once. */
export function withOlder(talk: TalkState, page: CommentPage): TalkState {
  const known = new Set(talk.items.map(({ id }) => id));
  const older = page.items.filter(({ id }) => !known.has(id));
  return { ...page, items: [...talk.items, ...older] };
}

/** A new comment on top, or under the one that it answers; one that is there already (sent again) changes nothing. */
export function withPosted(talk: TalkState, posted: Comment, parentId: string | null): TalkState {
  const known = talk.items.some(
    ({ id, replies }) => id === posted.id || replies.some((r) => r.id === posted.id),
  );
  if (known) return talk;
  const total = talk.total + 1;
  if (parentId === null) return { ...talk, items: [posted, ...talk.items], total };
  const items = talk.items.map((comment) =>
    comment.id === parentId ? { ...comment, replies: [...comment.replies, posted] } : comment,
  );
  return { ...talk, items, total };
}

/** A deleted comment goes, and leaves a stub when it has answers. */
export function withoutComment(talk: TalkState, id: string, deletedBy: 'writer' | 'staff'): TalkState {
  const items = talk.items.flatMap((comment): Comment[] => {
    const replies = comment.replies.filter((reply) => reply.id !== id);
    if (comment.id !== id) return [{ ...comment, replies }];
    if (replies.length === 0) return [];
    return [{ ...comment, state: 'deleted', deletedBy, author: null, body: '', replies }];
  });
  return { ...talk, items, total: Math.max(0, talk.total - 1) };
}

/** How many visible comments and replies are not here yet. */
export function olderCount(talk: TalkState): number {
  const here = talk.items
    .flatMap((comment) => [comment, ...comment.replies])
    .filter(({ state }) => state === 'visible').length;
  return Math.max(0, talk.total - here);
}
