'use client';

import type { Comment, CommentOrder, CommentPage } from '@/lib/comments/schema';
import { CommentItem, SendingItems } from './comment';
import { type MouseEvent, useState } from 'react';
import { commentsHref } from '@/app/_components/comments/href';
import { fetchComments } from './api';

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
  const [wanted, setWanted] = useState<CommentOrder | null>(null);
  const [failed, setFailed] = useState(false);

  async function choose(event: MouseEvent, chosen: CommentOrder) {
    // A new tab, a new window: the browser's own business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (wanted !== null || chosen === order) return;
    setWanted(chosen);
    setFailed(false);
    const page = await fetchComments(slug, { order: chosen });
    setWanted(null);
    if (page) onOrdered(page, chosen);
    else setFailed(true);
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
            aria-busy={one === wanted || undefined}
            onClick={(event) => void choose(event, one)}
          >
            {label}
          </a>
        ))}
      </nav>
      <div role="alert">
        {failed && (
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
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const which = order === 'newest' ? 'older' : 'newer';

  async function load() {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const page = await fetchComments(slug, { order, cursor });
    setBusy(false);
    if (page) onLoaded(page);
    else setFailed(true);
  }

  return (
    <>
      <div className="older">
        <button className="btn" type="button" aria-busy={busy || undefined} onClick={() => void load()}>
          {busy ? `Fetching ${which} comments` : moreLabel(count, which)}
        </button>
        <div role="alert">
          {failed && (
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
