'use client';

import { useEffect } from 'react';
import { type MyReplies as Replies, UNREAD_COUNT_MAX } from '@/lib/comments/schema';
import { CommentName } from '@/app/_components/comments/author-name';
import { useNow } from '@/app/_components/comments/use-now';
import { MoreButton, useLoadMore } from '@/app/_components/load-more';
import { CommentCard } from '@/app/_components/comments/comment-card';
import { fetchMyReplies, markSeen } from './my-activity-requests';

function newWords(count: number): string {
  return count < UNREAD_COUNT_MAX ? `${count} new` : `${count} or more new`;
}

/** New ones stay marked until the page is left; being shown, they are not new the next time. */
export function MyReplies({ first }: { first: Replies }) {
  const now = useNow();
  const newest = first.items[0];
  const more = useLoadMore(first, fetchMyReplies);
  const until = newest?.isNew ? newest.comment.createdAt : null;

  useEffect(() => {
    if (until !== null) void markSeen(until);
  }, [until]);

  if (!newest) {
    return <p className="read">No replies yet. Replies to your comments appear here.</p>;
  }
  return (
    <>
      {first.newCount > 0 && <p className="small">{newWords(first.newCount)} since you were last here.</p>}
      <ol>
        {/* By their count and not as each page says: with the first page shown, the others are seen too. */}
        {more.items.map(({ comment, film }, index) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            film={film}
            now={now}
            writer={<CommentName author={comment.author} />}
            mark={index < first.newCount && <span className="you">New</span>}
          />
        ))}
      </ol>
      <MoreButton
        {...more}
        label="Older answers"
        hasMore={more.nextCursor !== null}
        onLoad={() => void more.load()}
      />
    </>
  );
}
