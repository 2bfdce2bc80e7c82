'use client';

import { type Comment, type CommentOrder, type CommentPage, commentPageSchema } from '@/lib/comments/schema';
import { CommentItem, SendingItems } from './comment';
import type { MouseEvent } from 'react';
import { commentsHref } from '@/app/_components/comments/href';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';

export function CommentList({ items }: { items: Comment[] }) {
  return (
    <ol>
      <SendingItems parentId={null} />
      {items.map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
    </ol>
  );
}

interface OrderLinksProps {
  slug: string;
  order: CommentOrder;
  onOrdered(page: CommentPage, order: CommentOrder): void;
}

const orders = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
] as const;

/** Newest or oldest first: links to pages that say so, and in place where there is a script. */
export function OrderLinks({ slug, order, onOrdered }: OrderLinksProps) {
  const { run, busy, error } = useAction(async (chosen: CommentOrder) => {
    const page = await fetchComments(slug, { order: chosen });
    if (page.ok) onOrdered(page.data, chosen);
    return page;
  });

  function onClick(event: MouseEvent, chosen: CommentOrder) {
    // A new tab, a new window: the browser's own business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (chosen !== order) void run(chosen);
  }

  return (
    <>
      <nav className="row small order" aria-label="Order of the comments">
        {orders.map(([one, label]) => (
          <a
            key={one}
            className="btn-link"
            href={commentsHref(slug, one)}
            aria-current={one === order || undefined}
            aria-busy={(busy && one !== order) || undefined}
            onClick={(event) => onClick(event, one)}
          >
            {label}
          </a>
        ))}
      </nav>
      <div role="alert">
        {error && (
          <p className="error">
            The comments didn’t load in that order. Check that you’re online, then try again.
          </p>
        )}
      </div>
    </>
  );
}

interface MoreCommentsProps {
  slug: string;
  order: CommentOrder;
  cursor: string;
  /** How many are not here yet. */
  count: number;
  onLoaded(page: CommentPage): void;
}

export function MoreComments({ slug, order, cursor, count, onLoaded }: MoreCommentsProps) {
  const which = order === 'newest' ? 'older' : 'newer';
  const { run, busy, error } = useAction(async () => {
    const page = await fetchComments(slug, { order, cursor });
    if (page.ok) onLoaded(page.data);
    return page;
  });

  return (
    <>
      <div className="older">
        <button className="btn" type="button" aria-busy={busy || undefined} onClick={() => void run()}>
          {busy ? `Fetching ${which} comments` : moreLabel(count, which)}
        </button>
        <div role="alert">
          {error && (
            <p className="error">
              The {which} comments didn’t load. Check that you’re online, then try again.
            </p>
          )}
        </div>
      </div>
      <noscript>
        <a className="btn" href={commentsHref(slug, order, cursor)}>
          {moreLabel(count, which)}
        </a>
      </noscript>
    </>
  );
}

function moreLabel(count: number, which: string): string {
  if (count === 0) return which === 'older' ? 'Older comments' : 'Newer comments';
  return count === 1 ? `1 ${which} comment` : `${count} ${which} comments`;
}

/** Anyone may read, so no session goes with it. */
function fetchComments(slug: string, query: { order: CommentOrder; cursor?: string }) {
  return callApi('GET', `/api/films/${slug}/comments`, {
    query,
    response: commentPageSchema,
    anonymous: true,
  });
}
