import type { CommentOrder, RemovedComment } from '@/lib/comments/schema';
import type { Answering, SendingComment, CommentActions } from './talk-context';
import { type CommentsState, withEdited, withoutComment, withPosted, withRestored } from './talk-state';

/** What the events of a talk do to the page. */
interface CommentEffects {
  order: CommentOrder;
  /** The comments, and what is said of the change. */
  change(news: string, next: (before: CommentsState) => CommentsState): void;
  tell(news: string): void;
  focusComment(id: string): void;
  startSending(one: SendingComment): void;
  endSending(about: Answering): void;
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
      const words = parentId === null ? 'Your comment is posted.' : 'Your answer is posted.';
      change(words, (before) => withPosted(before, comment, parentId));
      focusComment(comment.id);
    },
    onEdited(reply) {
      change('Your words are changed.', (before) => withEdited(before, reply));
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
      const words = discussion.state === 'open' ? 'The talk is open.' : 'The talk is closed.';
      change(words, (before) => ({ ...before, discussion }));
    },
  };
}
