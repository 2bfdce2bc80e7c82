'use client';

import { type MouseEvent, useState } from 'react';
import type { CommentOrder, CommentPage } from '@/lib/comments/schema';
import { commentsHref } from '@/app/_components/comments/href';
import { fetchComments } from './fetch-comments';

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
            className="textbtn"
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
            The comments did not come in that order. Look whether you are online, then try again.
          </p>
        )}
      </div>
    </>
  );
}
