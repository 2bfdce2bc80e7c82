'use client';

import type { Comment, Reply } from '@/lib/comments/schema';
import { ReplyForm, ReplyButton } from './answer-parts';
import { CommentEntry } from './comment-entry';
import { nameOf } from '@/app/_components/comments/author-name';
import { CommentAnchor } from './comment-place';
import { useComments } from './talk-context';
import { useReplyForm } from './use-answering';

/** An answer, which says whom it answers: the comment above, or another answer beside it. */
export function ReplyItem({ reply, thread }: { reply: Reply; thread: Comment }) {
  const { discussion } = useComments();
  const answering = useReplyForm(reply.id);
  const writer = nameOf(reply.author);
  // A thread whose first comment is gone takes no more answers.
  const mayReply = discussion.state === 'open' && thread.state === 'visible' && reply.state === 'visible';
  return (
    <CommentAnchor comment={reply}>
      <CommentEntry comment={reply} answered={answeredBy(reply, thread)}>
        {mayReply && <ReplyButton {...answering} writer={writer} />}
      </CommentEntry>
      {mayReply && (
        <ReplyForm {...answering} about={{ replyToId: reply.id, parentId: thread.id }} writer={writer} />
      )}
    </CommentAnchor>
  );
}

function answeredBy({ replyToId }: Reply, thread: Comment): { id: string; writer: string } | null {
  const found = [thread, ...thread.replies].find(({ id }) => id === replyToId);
  return found?.state === 'visible' ? { id: found.id, writer: nameOf(found.author) } : null;
}
