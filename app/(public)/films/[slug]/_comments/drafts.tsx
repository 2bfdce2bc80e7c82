'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  type Draft,
  guardDraft,
  listDrafts,
  loadDraft,
  requestFor,
  saveDraft,
  type SentDraft,
  type DraftText,
} from '@/app/_components/comments/draft';
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
    const { text, spoiler } = loadDraft(slug, null);
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

interface DraftOf {
  slug: string;
  /** What the text is for, as `loadDraft` names it. */
  about: string | null;
  /** The initial text of the form, if no draft was saved. The same text is not a draft. */
  first: DraftText;
  field: RefObject<HTMLTextAreaElement | null>;
}

interface DraftState extends DraftText {
  /** True while what is shown came back from an earlier visit. */
  restored: boolean;
  change(change: Partial<DraftText>): void;
  /** The request under which the present text goes out. */
  request(): SentDraft;
  clear(): void;
}

/** The text in a form, saved in the browser from the first letter until it is posted. */
export function useDraft({ slug, about, first, field }: DraftOf): DraftState {
  const [value, setValue] = useState(first);
  const [restored, setRestored] = useState(false);
  const start = useRef(first);
  const draft = useRef<Draft>({ ...first, sent: null });

  function save(next: Draft) {
    const { text, spoiler } = next;
    const isFirst = text === start.current.text && spoiler === start.current.spoiler;
    draft.current = next;
    saveDraft(slug, about, isFirst ? { ...next, text: '' } : next);
    setValue({ text, spoiler });
  }

  useEffect(() => {
    const saved = loadDraft(slug, about);
    // What was typed before this code arrived is newer than what was saved.
    const typed = field.current?.value ?? '';
    const isTyped = typed !== start.current.text;
    const { text, spoiler } = start.current;
    if (isTyped) draft.current = { text: typed, spoiler, sent: null };
    else draft.current = saved.text ? saved : { text, spoiler, sent: null };
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    setValue({ text: draft.current.text, spoiler: draft.current.spoiler });
    setRestored(!isTyped && saved.text !== '');
  }, [slug, about, field]);

  useEffect(() => guardDraft(slug, about), [slug, about]);

  return {
    ...value,
    restored,
    change: (change) => save({ ...draft.current, ...change }),
    request() {
      const sent = requestFor(draft.current, draft.current, () => crypto.randomUUID());
      save({ ...draft.current, sent });
      return sent;
    },
    clear() {
      save({ ...start.current, sent: null });
      setRestored(false);
    },
  };
}
