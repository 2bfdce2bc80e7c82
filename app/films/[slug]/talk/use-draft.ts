'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Draft, keepDraft, readDraft, requestFor } from './draft';

interface UsedDraft {
  text: string;
  /** True while what is shown came back from an earlier visit. */
  restored: boolean;
  write(text: string): void;
  /** The request under which the present words go out. */
  request(): { text: string; key: string };
  clear(): void;
}

/** The words in a form, kept in the browser from the first letter until they are posted. */
export function useDraft(
  slug: string,
  parentId: string | null,
  field: RefObject<HTMLTextAreaElement | null>,
): UsedDraft {
  const [text, setText] = useState('');
  const [restored, setRestored] = useState(false);
  const draft = useRef<Draft>({ text: '', sent: null });

  function keep(next: Draft) {
    draft.current = next;
    keepDraft(slug, parentId, next);
    setText(next.text);
  }

  useEffect(() => {
    const kept = readDraft(slug, parentId);
    // Words typed before this code arrived are newer than what was kept.
    const typed = field.current?.value ?? '';
    draft.current = typed ? { text: typed, sent: null } : kept;
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    setText(draft.current.text);
    setRestored(!typed && kept.text !== '');
  }, [slug, parentId, field]);

  return {
    text,
    restored,
    write: (next) => keep({ ...draft.current, text: next }),
    request() {
      const sent = requestFor(draft.current.text, draft.current, () => crypto.randomUUID());
      keep({ ...draft.current, sent });
      return sent;
    },
    clear() {
      keep({ text: '', sent: null });
      setRestored(false);
    },
  };
}
