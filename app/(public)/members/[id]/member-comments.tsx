'use client';

import { type MemberPage, memberPageSchema } from '@/lib/comments/schema';
import { useNow } from '@/app/_components/comments/use-now';
import { MoreButton, useLoadMore } from '@/app/_components/load-more';
import { callApi } from '@/app/_session/api';
import { CommentCard } from '@/app/_components/comments/comment-card';

type Comments = MemberPage['comments'];

interface MemberCommentsProps {
  id: string;
  first: Comments;
  renderedAt: string;
}

/** What somebody wrote, newest first, twenty at a time. */
export function MemberComments({ id, first, renderedAt }: MemberCommentsProps) {
  const now = useNow(renderedAt);
  const more = useLoadMore(first, (cursor) => fetchMore(id, cursor));
  return (
    <section className="section" aria-labelledby="said">
      <h2 id="said">Comments</h2>
      {more.items.length === 0 ? (
        <p className="read quiet">No comments yet.</p>
      ) : (
        <ol>
          {more.items.map(({ comment, film, parentId }) => (
            <CommentCard
              key={comment.id}
              comment={comment}
              film={film}
              now={now}
              mark={parentId && <span className="to">a reply</span>}
            />
          ))}
        </ol>
      )}
      <MoreButton
        {...more}
        label="Older comments"
        hasMore={more.nextCursor !== null}
        onLoad={() => void more.load()}
      />
    </section>
  );
}

/** Anyone may read, so no session goes with it. */
async function fetchMore(id: string, cursor: string) {
  const query = { cursor };
  const page = await callApi('GET', `/api/members/${id}`, {
    query,
    response: memberPageSchema,
    anonymous: true,
  });
  return page.ok ? { ok: true as const, data: page.data.comments } : page;
}
