'use client';

import { useEffect, useState } from 'react';
import { commentAnchor } from './comments/href';
import { type ActionResult, useAction } from './form/use-action';

interface List<T> {
  items: T[];
  nextCursor: string | null;
}

interface GrowingList<T> extends List<T> {
  busy: boolean;
  failed: boolean;
  load(): Promise<void>;
  /** What a screen reader hears of it. */
  announcement: string;
}

/** A list that grows at its end on demand; the first new entry takes the focus. */
export function useLoadMore<T extends { comment: { id: string } }>(
  first: List<T>,
  fetchMore: (cursor: string) => Promise<ActionResult<List<T>>>,
): GrowingList<T> {
  const [all, setAll] = useState(first);
  const [focusOn, setFocusOn] = useState<string | null>(null);

  useEffect(() => {
    if (focusOn !== null) document.getElementById(commentAnchor(focusOn))?.focus();
  }, [focusOn]);

  const { run, busy, error } = useAction(async (cursor: string) => {
    const page = await fetchMore(cursor);
    if (!page.ok) return page;
    const { items, nextCursor } = page.data;
    setAll((before) => ({ items: [...before.items, ...items], nextCursor }));
    setFocusOn(items[0]?.comment.id ?? null);
    return page;
  });
  const load = async () => {
    if (all.nextCursor !== null) await run(all.nextCursor);
  };

  const grown = all.items.length - first.items.length;
  const announcement =
    grown > 0 ? `${all.items.length} are here${all.nextCursor ? '' : ', that is all'}.` : '';
  return { ...all, busy, failed: error !== null, load, announcement };
}

interface MoreButtonProps {
  label: string;
  busy: boolean;
  failed: boolean;
  announcement: string;
  hasMore: boolean;
  onLoad(): void;
}

export function MoreButton({ label, busy, failed, announcement, hasMore, onLoad }: MoreButtonProps) {
  return (
    <>
      <output className="hidden">{announcement}</output>
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
