import type { Comment, CommentOrder, CommentPage, RemovedComment, Reply } from '@/lib/comments/schema';
import type { ReplyTarget, CommentActions, SendingComment } from './context';

/** What the browser has of a film's comments. The same shape as a page of them: the first one is where it starts. */
export type CommentsState = CommentPage;

/** Why a comment is no longer there. */
type Gone = { state: 'deleted'; deletedBy: 'author' } | { state: 'removed'; deletedBy: null };

/** The next page at the end. What came in twice, because something was posted between, stays once. */
export function withMore(talk: CommentsState, page: CommentPage): CommentsState {
  const known = new Set(talk.items.map(({ id }) => id));
  const more = page.items.filter(({ id }) => !known.has(id));
  return { ...page, items: [...talk.items, ...more] };
}

/** A new comment on top, or under the one that it answers; one that is there already (sent again) changes nothing. */
export function withPosted(talk: CommentsState, posted: Comment, parentId: string | null): CommentsState {
  if (isHere(talk, posted.id)) return talk;
  const total = talk.total + 1;
  if (parentId === null) return { ...talk, items: [posted, ...talk.items], total };
  const items = talk.items.map((comment) =>
    comment.id === parentId ? { ...comment, replies: [...comment.replies, posted] } : comment,
  );
  return { ...talk, items, total };
}

/** Other words in the same place; a comment keeps its replies. */
export function withEdited(talk: CommentsState, edited: Reply): CommentsState {
  const change = <T extends Reply>(one: T): T => (one.id === edited.id ? { ...one, ...edited } : one);
  const items = talk.items.map((comment) => ({ ...change(comment), replies: comment.replies.map(change) }));
  return { ...talk, items };
}

/** A comment that is gone leaves a stub when it has answers; a stub goes with its last answer. */
export function withoutComment(talk: CommentsState, id: string, gone: Gone): CommentsState {
  const items = talk.items.flatMap((comment): Comment[] => {
    const replies = comment.replies.filter((reply) => reply.id !== id);
    const isStub = comment.id === id || comment.state !== 'visible';
    if (isStub && replies.length === 0) return [];
    if (comment.id !== id) return [{ ...comment, replies }];
    return [
      { ...comment, ...gone, author: null, body: '', content: [], spoiler: false, editedAt: null, replies },
    ];
  });
  return { ...talk, items, total: Math.max(0, talk.total - 1) };
}

/** A comment that staff have put back: where its stub was, else where its time puts it among those that are here. */
export function withRestored(
  talk: CommentsState,
  restored: Reply,
  parentId: string | null,
  order: CommentOrder,
): CommentsState {
  const total = talk.total + 1;
  if (isHere(talk, restored.id)) return { ...withEdited(talk, restored), total };
  if (parentId === null) {
    const items = inOrder([...talk.items, { ...restored, replies: [] }], order);
    return { ...talk, items, total };
  }
  const items = talk.items.map((comment) =>
    comment.id === parentId
      ? { ...comment, replies: inOrder([...comment.replies, restored], 'oldest') }
      : comment,
  );
  return { ...talk, items, total };
}

/** How many visible comments and replies are not here yet. */
export function countMissing(talk: CommentsState): number {
  const here = talk.items
    .flatMap((comment) => [comment, ...comment.replies])
    .filter(({ state }) => state === 'visible').length;
  return Math.max(0, talk.total - here);
}

function isHere(talk: CommentsState, id: string): boolean {
  return talk.items.some((comment) => comment.id === id || comment.replies.some((reply) => reply.id === id));
}

function inOrder<T extends Reply>(list: T[], order: CommentOrder): T[] {
  const sign = order === 'oldest' ? 1 : -1;
  return list.toSorted((a, b) => sign * (Date.parse(a.createdAt) - Date.parse(b.createdAt)));
}

/** What the events of a talk do to the page. */
interface CommentEffects {
  order: CommentOrder;
  /** The comments, and what is said of the change. */
  change(news: string, next: (before: CommentsState) => CommentsState): void;
  tell(news: string): void;
  focusComment(id: string): void;
  startSending(one: SendingComment): void;
  endSending(about: ReplyTarget): void;
  addRemoved(one: RemovedComment): void;
  dropRemoved(id: string): void;
}

export function createCommentActions(hands: CommentEffects): CommentActions {
  const { change, focusComment, tell } = hands;
  return {
    onSending(one) {
      hands.startSending(one);
      tell('Sending.');
    },
    onRefused(about) {
      hands.endSending(about);
      tell('');
    },
    onPosted(comment, about) {
      const { parentId } = about;
      hands.endSending(about);
      const words = parentId === null ? 'Your comment is posted.' : 'Your reply is posted.';
      change(words, (before) => withPosted(before, comment, parentId));
      focusComment(comment.id);
    },
    onEdited(reply) {
      change('Your comment is changed.', (before) => withEdited(before, reply));
      focusComment(reply.id);
    },
    onDeleted(id) {
      const gone = { state: 'deleted', deletedBy: 'author' } as const;
      change('The comment is deleted.', (before) => withoutComment(before, id, gone));
      focusComment(id);
    },
    onRemoved(one) {
      const gone = { state: 'removed', deletedBy: null } as const;
      hands.addRemoved(one);
      change('The comment is removed.', (before) => withoutComment(before, one.comment.id, gone));
      focusComment(one.comment.id);
    },
    onRestored(reply, parentId) {
      hands.dropRemoved(reply.id);
      change('The comment is back.', (before) => withRestored(before, reply, parentId, hands.order));
      focusComment(reply.id);
    },
    onDiscussionChanged(discussion) {
      const words = discussion.state === 'open' ? 'The discussion is open.' : 'The discussion is closed.';
      change(words, (before) => ({ ...before, discussion }));
    },
  };
}
