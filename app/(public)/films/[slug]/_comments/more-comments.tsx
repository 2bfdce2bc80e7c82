'use client';

import { useState } from 'react';
import type { CommentOrder, CommentPage } from '@/lib/comments/schema';
import { commentsHref } from '@/app/_components/comments/href';
import { fetchComments } from './fetch-comments';

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
          {busy ? `Fetching ${which} comments` : label(count, which)}
        </button>
        <div role="alert">
          {failed && (
            <p className="error">
              The {which} comments did not come. Look whether you are online, then try again.
            </p>
          )}
        </div>
      </div>
      <noscript>
        <a className="btn" href={commentsHref(slug, order, cursor)}>
          {label(count, which)}
        </a>
      </noscript>
    </>
  );
}

function label(count: number, which: string): string {
  if (count === 0) return which === 'older' ? 'Older comments' : 'Newer comments';
  return count === 1 ? `1 ${which} comment` : `${count} ${which} comments`;
}
