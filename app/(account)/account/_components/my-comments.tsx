'use client';

import Link from 'next/link';
import type { MyComments as Comments } from '@/lib/comments/schema';
import { useNow } from '@/app/_components/comments/use-now';
import { MoreButton, useLoadMore } from '@/app/_components/load-more';
import { CommentCard } from '@/app/_components/comments/comment-card';
import { fetchMyComments } from './my-activity-requests';

/** What one has written, with what staff have removed and why. */
export function MyComments({ first }: { first: Comments }) {
  const now = useNow();
  const more = useLoadMore(first, fetchMyComments);
  if (more.items.length === 0) {
    return (
      <p className="read">
        You haven’t commented yet. Find a film to talk about: see <Link href="/">what is on</Link>.
      </p>
    );
  }
  return (
    <>
      <ol>
        {more.items.map(({ comment, film, parentId, removal }) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            film={film}
            now={now}
            mark={parentId && <span className="to">an answer</span>}
          >
            {removal && (
              <p className="why">
                <b>Removed by staff.</b> Reason given: {removal.reason}
              </p>
            )}
          </CommentCard>
        ))}
      </ol>
      <MoreButton
        {...more}
        label="Older comments"
        hasMore={more.nextCursor !== null}
        onLoad={() => void more.load()}
      />
    </>
  );
}
