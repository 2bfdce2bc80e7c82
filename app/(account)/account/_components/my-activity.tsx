'use client';

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import {
  type MyComments as MyCommentsPage,
  myCommentsSchema,
  type MyReplies as MyRepliesPage,
  myRepliesSchema,
  repliesSeenSchema,
  UNREAD_COUNT_MAX,
} from '@/lib/comments/schema';
import { AuthorName, CommentCard } from '@/app/_components/comments/comment-card';
import { useNow } from '@/app/_components/comments/use-now';
import { MoreButton, useLoadMore } from '@/app/_components/load-more';
import Link from 'next/link';
import { type ApiResult, callApi } from '@/app/_session/api';

/** What an account has of the discussions: replies to one's comments, and one's comments. */
export function MyActivity() {
  return (
    <>
      <Part id="my-replies" title="Replies to you" load={fetchMyReplies}>
        {(first) => <MyReplies first={first} />}
      </Part>
      <Part id="my-comments" title="Your comments" load={fetchMyComments}>
        {(first) => <MyComments first={first} />}
      </Part>
    </>
  );
}

interface PartProps<T> {
  id: string;
  title: string;
  load(): Promise<ApiResult<T>>;
  children(first: T): ReactNode;
}

function Part<T>({ id, title, load, children }: PartProps<T>) {
  const [first, setFirst] = useState<T | 'loading' | 'failed'>('loading');
  const fetchFirst = useCallback(
    () => load().then((page) => setFirst(() => (page.ok ? page.data : 'failed'))),
    [load],
  );
  useEffect(() => {
    void fetchFirst();
  }, [fetchFirst]);
  return (
    <section className="section part comments-part" aria-labelledby={id} aria-busy={first === 'loading'}>
      <h2 id={id}>{title}</h2>
      {first === 'loading' && <p className="read soft fade-in-late">Fetching them…</p>}
      {first === 'failed' && (
        <div role="alert">
          <p className="error">We can’t show them at the moment. The rest of your account works.</p>
          <p className="row below">
            <button
              className="btn btn-small"
              type="button"
              onClick={() => {
                setFirst('loading');
                void fetchFirst();
              }}
            >
              Try again
            </button>
          </p>
        </div>
      )}
      {first !== 'loading' && first !== 'failed' && children(first)}
    </section>
  );
}

function formatNewCount(count: number): string {
  return count < UNREAD_COUNT_MAX ? `${count} new` : `${count} or more new`;
}

/** New ones stay marked until the page is left; being shown, they are not new the next time. */
function MyReplies({ first }: { first: MyRepliesPage }) {
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
      {first.newCount > 0 && (
        <p className="small">{formatNewCount(first.newCount)} since you were last here.</p>
      )}
      <ol>
        {/* By their count and not as each page says: with the first page shown, the others are seen too. */}
        {more.items.map(({ comment, film }, index) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            film={film}
            now={now}
            author={<AuthorName author={comment.author} />}
            mark={index < first.newCount && <span className="you">New</span>}
          />
        ))}
      </ol>
      <MoreButton
        {...more}
        label="Older replies"
        hasMore={more.nextCursor !== null}
        onLoad={() => void more.load()}
      />
    </>
  );
}

/** What one has written, with what staff have removed and why. */
function MyComments({ first }: { first: MyCommentsPage }) {
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
            mark={parentId && <span className="to">a reply</span>}
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

function fetchMyReplies(cursor?: string) {
  return callApi('GET', '/api/me/replies', { query: { cursor }, response: myRepliesSchema });
}

function fetchMyComments(cursor?: string) {
  return callApi('GET', '/api/me/comments', { query: { cursor }, response: myCommentsSchema });
}

/** What came up to this moment is not new any more. When this gets lost, the same replies are new once more. */
function markSeen(until: string) {
  return callApi('POST', '/api/me/replies/seen', { body: { until }, response: repliesSeenSchema });
}
