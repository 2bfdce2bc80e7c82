'use client';

import type { Comment } from '@/lib/comments/schema';
import { ReplyForm, ReplyButton } from './answer-parts';
import { CommentEntry } from './comment-entry';
import { nameOf } from '@/app/_components/comments/author-name';
import { CommentAnchor } from './comment-place';
import { ReplyItem } from './reply-item';
import { SendingItems } from './sending-items';
import { useComments } from './talk-context';
import { useReplyForm } from './use-answering';

/** A comment with its answers, one level deep, and the form for another one. */
export function CommentItem({ comment }: { comment: Comment }) {
  const { discussion, sending } = useComments();
  const answering = useReplyForm(comment.id);
  const isVisible = comment.state === 'visible';
  const writer = nameOf(comment.author);
  const mayReply = discussion.state === 'open' && isVisible;
  const isAnswered = comment.replies.length > 0 || sending.some(({ parentId }) => parentId === comment.id);
  return (
    <CommentAnchor comment={comment}>
      <CommentEntry comment={comment}>
        {mayReply && <ReplyButton {...answering} writer={writer} />}
      </CommentEntry>
      {isAnswered && (
        <ol className="replies" aria-label={`Answers to ${isVisible ? writer : 'a comment that is gone'}`}>
          {comment.replies.map((reply) => (
            <ReplyItem key={reply.id} reply={reply} thread={comment} />
          ))}
          <SendingItems parentId={comment.id} />
        </ol>
      )}
      {mayReply && (
        <ReplyForm {...answering} about={{ replyToId: comment.id, parentId: comment.id }} writer={writer} />
      )}
    </CommentAnchor>
  );
}
