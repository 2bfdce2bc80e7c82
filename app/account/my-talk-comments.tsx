'use client';

import Link from 'next/link';
import type { MyComments as Comments } from '@/lib/comments/schema';
import { useNow } from '../films/[slug]/talk/use-now';
import { MoreButton } from '../members/more-button';
import { CommentCard } from '../members/placed-comment';
import { useLoadMore } from '../members/use-more';
import { fetchMyComments } from './my-talk-answers';

/** What one has written, with what staff have removed and why. */
export function MyComments({ first }: { first: Comments }) {
  const now = useNow();
  const more = useLoadMore(first, fetchMyComments);
  if (more.items.length === 0) {
    return (
      <p className="read">
        You have not said anything yet. Each film has its talk: see <Link href="/">what is on</Link>.
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
