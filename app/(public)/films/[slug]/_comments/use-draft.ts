'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  type Draft,
  guardDraft,
  saveDraft,
  readDraft,
  requestFor,
  type Words,
  type WordsSent,
} from '@/app/_components/comments/draft';

interface DraftOf {
  slug: string;
  /** What the words are for, as `readDraft` names it. */
  about: string | null;
  /** What stands in the form when nothing was kept. The same words are no draft. */
  first: Words;
  field: RefObject<HTMLTextAreaElement | null>;
}

interface UsedDraft extends Words {
  /** True while what is shown came back from an earlier visit. */
  restored: boolean;
  write(words: Partial<Words>): void;
  /** The request under which the present words go out. */
  request(): WordsSent;
  clear(): void;
}

/** The words in a form, kept in the browser from the first letter until they are posted. */
export function useDraft({ slug, about, first, field }: DraftOf): UsedDraft {
  const [words, setWords] = useState(first);
  const [restored, setRestored] = useState(false);
  const start = useRef(first);
  const draft = useRef<Draft>({ ...first, sent: null });

  function keep(next: Draft) {
    const { text, spoiler } = next;
    const isFirst = text === start.current.text && spoiler === start.current.spoiler;
    draft.current = next;
    saveDraft(slug, about, isFirst ? { ...next, text: '' } : next);
    setWords({ text, spoiler });
  }

  useEffect(() => {
    const kept = readDraft(slug, about);
    // Words typed before this code arrived are newer than what was kept.
    const typed = field.current?.value ?? '';
    const isTyped = typed !== start.current.text;
    const { text, spoiler } = start.current;
    if (isTyped) draft.current = { text: typed, spoiler, sent: null };
    else draft.current = kept.text ? kept : { text, spoiler, sent: null };
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    setWords({ text: draft.current.text, spoiler: draft.current.spoiler });
    setRestored(!isTyped && kept.text !== '');
  }, [slug, about, field]);

  useEffect(() => guardDraft(slug, about), [slug, about]);

  return {
    ...words,
    restored,
    write: (next) => keep({ ...draft.current, ...next }),
    request() {
      const sent = requestFor(draft.current, draft.current, () => crypto.randomUUID());
      keep({ ...draft.current, sent });
      return sent;
    },
    clear() {
      keep({ ...start.current, sent: null });
      setRestored(false);
    },
  };
}
