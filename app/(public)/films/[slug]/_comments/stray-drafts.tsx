'use client';

import { useEffect, useState } from 'react';
import { type Draft, listDrafts, readDraft, saveDraft } from '@/app/_components/comments/draft';
import type { Comment } from '@/lib/comments/schema';
import { useComments } from './context';

interface StrayDraft {
  /** The comment that it replies to or changes, as its draft is named. */
  about: string;
  draft: Draft;
}

/**
 * Replies and changes that were not posted and whose comment is not on this page, deleted perhaps: without this nobody
 * would see again what they wrote. `onUse` is told when one was moved into the form for a new comment.
 */
export function StrayDrafts({ items, onUse }: { items: readonly Comment[]; onUse(): void }) {
  const { slug } = useComments();
  const [strays, setStrays] = useState<StrayDraft[]>([]);

  useEffect(() => {
    const shown = items.flatMap((comment) => [comment, ...comment.replies]).filter(isVisible);
    const ids = new Set(shown.map(({ id }) => id));
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    setStrays(findStrays(slug, ids));
  }, [slug, items]);

  function drop({ about, draft }: StrayDraft) {
    saveDraft(slug, about, { ...draft, text: '' });
    setStrays((before) => before.filter((stray) => stray.about !== about));
  }

  function use(stray: StrayDraft) {
    const { text, spoiler } = readDraft(slug, null);
    const whole = text.trim() === '' ? stray.draft.text : `${text}\n\n${stray.draft.text}`;
    saveDraft(slug, null, { text: whole, spoiler: spoiler || stray.draft.spoiler, sent: null });
    drop(stray);
    onUse();
  }

  return strays.map((stray) => (
    <div key={stray.about} className="notice notice-warning">
      <span className="mark" aria-hidden="true">
        i
      </span>
      <div>
        <b>{stray.about.startsWith('edit.') ? 'Your change wasn’t saved' : 'Your reply wasn’t posted'}</b>
        <p>The comment it belongs to isn’t on this page. You wrote:</p>
        <blockquote>{stray.draft.text}</blockquote>
        <p className="row">
          <button className="btn btn-small" type="button" onClick={() => use(stray)}>
            Use as a new comment
          </button>
          <button className="btn btn-small" type="button" onClick={() => drop(stray)}>
            Delete it
          </button>
        </p>
      </div>
    </div>
  ));
}

function isVisible({ state }: { state: string }): boolean {
  return state === 'visible';
}

function findStrays(slug: string, shown: ReadonlySet<string>): StrayDraft[] {
  return listDrafts(slug).flatMap(({ about, draft }) =>
    about === null || shown.has(about.replace(/^edit\./, '')) ? [] : [{ about, draft }],
  );
}
