'use client';

import { useState } from 'react';
import type { CommentPage } from '@/lib/comments/schema';
import { fetchOlder } from './fetch-older';

interface OlderCommentsProps {
  slug: string;
  cursor: string;
  /** How many are not here yet. */
  count: number;
  onLoaded(page: CommentPage): void;
}

export function OlderComments({ slug, cursor, count, onLoaded }: OlderCommentsProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function load() {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const page = await fetchOlder(slug, cursor);
    setBusy(false);
    if (page) onLoaded(page);
    else setFailed(true);
  }

  return (
    <div className="older">
      <button className="btn" type="button" aria-busy={busy || undefined} onClick={() => void load()}>
        {busy ? 'Fetching older comments' : label(count)}
      </button>
      <div role="alert">
        {failed && (
          <p className="error">
            The older comments did not come. Look whether you are online, then try again.
          </p>
        )}
      </div>
    </div>
  );
}

function label(count: number): string {
  if (count === 0) return 'Older comments';
  return count === 1 ? '1 older comment' : `${count} older comments`;
}
