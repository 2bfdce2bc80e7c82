import type { Comment, CommentOrder, CommentPage, RemovedComment, Reply } from '@/lib/comments/schema';
import type { ReplyTarget, CommentActions, SendingComment } from './context';

/** What the browser has of a film's comments. The same shape as a page of them: the first one is where it starts. */
export type CommentsState = CommentPage;

/** Why a comment is no longer there. */
type Gone = { state: 'deleted'; deletedBy: 'author' } | { state: 'removed'; deletedBy: null };

/** The next page at the end. What came in twice, because something was posted between, stays once. */
export function withMore(state: CommentsState, page: CommentPage): CommentsState {
  const known = new Set(state.items.map(({ id }) => id));
  const more = page.items.filter(({ id }) => !known.has(id));
  return { ...page, items: [...state.items, ...more] };
}

/** A new comment on top, or under the one that it is a reply to; one that is there already (sent again) changes nothing. */
export function withPosted(state: CommentsState, posted: Comment, parentId: string | null): CommentsState {
  if (isHere(state, posted.id)) return state;
  const total = state.total + 1;
  if (parentId === null) return { ...state, items: [posted, ...state.items], total };
  const items = state.items.map((comment) =>
    comment.id === parentId ? { ...comment, replies: [...comment.replies, posted] } : comment,
  );
  return { ...state, items, total };
}

/** Another text in the same place; a comment keeps its replies. */
export function withEdited(state: CommentsState, edited: Reply): CommentsState {
  const change = <T extends Reply>(one: T): T => (one.id === edited.id ? { ...one, ...edited } : one);
  const items = state.items.map((comment) => ({ ...change(comment), replies: comment.replies.map(change) }));
  return { ...state, items };
}

/** A comment that is gone leaves a stub when it has replies; a stub goes with its last reply. */
export function withoutComment(state: CommentsState, id: string, gone: Gone): CommentsState {
  const items = state.items.flatMap((comment): Comment[] => {
    const replies = comment.replies.filter((reply) => reply.id !== id);
    const isStub = comment.id === id || comment.state !== 'visible';
    if (isStub && replies.length === 0) return [];
    if (comment.id !== id) return [{ ...comment, replies }];
    return [{ ...comment, ...gone, author: null, content: [], spoiler: false, editedAt: null, replies }];
  });
  return { ...state, items, total: Math.max(0, state.total - 1) };
}

/** A comment that staff have put back: where its stub was, else where its time puts it among those that are here. */
export function withRestored(
  state: CommentsState,
  restored: Reply,
  parentId: string | null,
  order: CommentOrder,
): CommentsState {
  const total = state.total + 1;
  if (isHere(state, restored.id)) return { ...withEdited(state, restored), total };
  if (parentId === null) {
    const items = inOrder([...state.items, { ...restored, replies: [] }], order);
    return { ...state, items, total };
  }
  const items = state.items.map((comment) =>
    comment.id === parentId
      ? { ...comment, replies: inOrder([...comment.replies, restored], 'oldest') }
      : comment,
  );
  return { ...state, items, total };
}

/** How many visible comments and replies are not here yet. */
export function countMissing(comments: CommentsState): number {
  const here = comments.items
    .flatMap((comment) => [comment, ...comment.replies])
    .filter(({ state }) => state === 'visible').length;
  return Math.max(0, comments.total - here);
}

function isHere(state: CommentsState, id: string): boolean {
  return state.items.some((comment) => comment.id === id || comment.replies.some((reply) => reply.id === id));
}

function inOrder<T extends Reply>(list: T[], order: CommentOrder): T[] {
  const sign = order === 'oldest' ? 1 : -1;
  return list.toSorted((a, b) => sign * (Date.parse(a.createdAt) - Date.parse(b.createdAt)));
}

/** What the page offers to the actions. */
interface CommentEffects {
  order: CommentOrder;
  /** Changes the comments, and announces it. */
  change(announcement: string, next: (before: CommentsState) => CommentsState): void;
  announce(text: string): void;
  focusComment(id: string): void;
  startSending(one: SendingComment): void;
  endSending(target: ReplyTarget): void;
  addRemoved(one: RemovedComment): void;
  dropRemoved(id: string): void;
}

export function createCommentActions(effects: CommentEffects): CommentActions {
  const { change, focusComment, announce } = effects;
  return {
    onSending(one) {
      effects.startSending(one);
      announce('Sending.');
    },
    onSendingFailed(target) {
      effects.endSending(target);
      announce('');
    },
    onPosted(comment, target) {
      const { parentId } = target;
      effects.endSending(target);
      const said = parentId === null ? 'Your comment is posted.' : 'Your reply is posted.';
      change(said, (before) => withPosted(before, comment, parentId));
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
      effects.addRemoved(one);
      change('The comment is removed.', (before) => withoutComment(before, one.comment.id, gone));
      focusComment(one.comment.id);
    },
    onRestored(reply, parentId) {
      effects.dropRemoved(reply.id);
      change('The comment is back.', (before) => withRestored(before, reply, parentId, effects.order));
      focusComment(reply.id);
    },
    onDiscussionChanged(discussion) {
      const said = discussion.state === 'open' ? 'The discussion is open.' : 'The discussion is closed.';
      change(said, (before) => ({ ...before, discussion }));
    },
  };
}
