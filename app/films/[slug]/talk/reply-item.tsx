'use client';

import type { Comment, Reply } from '@/lib/comments/schema';
import { AnswerForm, ReplyButton } from './answer-parts';
import { CommentEntry } from './comment-entry';
import { nameOf } from './comment-name';
import { CommentPlace } from './comment-place';
import { useTalkOfPage } from './talk-context';
import { useAnswering } from './use-answering';

/** An answer, which says whom it answers: the comment above, or another answer beside it. */
export function ReplyItem({ reply, thread }: { reply: Reply; thread: Comment }) {
  const { talk } = useTalkOfPage();
  const answering = useAnswering(reply.id);
  const writer = nameOf(reply.author);
  // A thread whose first comment is gone takes no more answers.
  const mayReply = talk.state === 'open' && thread.state === 'visible' && reply.state === 'visible';
  return (
    <CommentPlace comment={reply}>
      <CommentEntry comment={reply} answered={answeredBy(reply, thread)}>
        {mayReply && <ReplyButton {...answering} writer={writer} />}
      </CommentEntry>
      {mayReply && (
        <AnswerForm {...answering} about={{ answersId: reply.id, parentId: thread.id }} writer={writer} />
      )}
    </CommentPlace>
  );
}

function answeredBy({ answersId }: Reply, thread: Comment): { id: string; writer: string } | null {
  const found = [thread, ...thread.replies].find(({ id }) => id === answersId);
  return found?.state === 'visible' ? { id: found.id, writer: nameOf(found.author) } : null;
}
