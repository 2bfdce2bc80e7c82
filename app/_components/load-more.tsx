'use client';

import { useEffect, useState } from 'react';
import { commentAnchor } from './comments/href';

interface List<T> {
  items: T[];
  nextCursor: string | null;
}

interface More<T> extends List<T> {
  busy: boolean;
  failed: boolean;
  load(): Promise<void>;
  /** What a screen reader hears of it. */
  news: string;
}

/** A list that grows at its end on demand; the first new entry takes the focus. `fetchMore` answers null when it did not come. */
export function useLoadMore<T extends { comment: { id: string } }>(
  first: List<T>,
  fetchMore: (cursor: string) => Promise<List<T> | null>,
): More<T> {
  const [all, setAll] = useState(first);
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const [focusOn, setFocusOn] = useState<string | null>(null);

  useEffect(() => {
    if (focusOn !== null) document.getElementById(commentAnchor(focusOn))?.focus();
  }, [focusOn]);

  async function load() {
    if (state === 'busy' || all.nextCursor === null) return;
    setState('busy');
    const page = await fetchMore(all.nextCursor);
    setState(page ? 'still' : 'failed');
    if (!page) return;
    setAll({ items: [...all.items, ...page.items], nextCursor: page.nextCursor });
    setFocusOn(page.items[0]?.comment.id ?? null);
  }

  const grown = all.items.length - first.items.length;
  const news = grown > 0 ? `${all.items.length} are here${all.nextCursor ? '' : ', that is all'}.` : '';
  return { ...all, busy: state === 'busy', failed: state === 'failed', load, news };
}

interface MoreButtonProps {
  label: string;
  busy: boolean;
  failed: boolean;
  news: string;
  hasMore: boolean;
  onLoad(): void;
}

export function MoreButton({ label, busy, failed, news, hasMore, onLoad }: MoreButtonProps) {
  return (
    <>
      <output className="hidden">{news}</output>
      {hasMore && (
        <div className="older">
          <button className="btn" type="button" aria-busy={busy || undefined} onClick={onLoad}>
            {busy ? 'Fetching more' : label}
          </button>
          <div role="alert">
            {failed && <p className="error">They didn’t load. Check that you’re online, then try again.</p>}
          </div>
        </div>
      )}
    </>
  );
}
