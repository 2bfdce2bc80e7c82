'use client';

import { useEffect, useRef, useState } from 'react';
import { readDraft } from '@/app/_components/comments/draft';
import { useComments } from './talk-context';

/** The form for an answer to this comment: opened by its button, or again for words that were kept. */
export function useReplyForm(id: string) {
  const { slug } = useComments();
  const [state, setState] = useState<'closed' | 'restored' | 'asked'>('closed');
  const opener = useRef<HTMLButtonElement>(null);

  // Somebody was answering this comment when they left to sign in.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    if (readDraft(slug, id).text) setState('restored');
  }, [slug, id]);

  function close() {
    setState('closed');
    opener.current?.focus();
  }

  return {
    opener,
    isOpen: state !== 'closed',
    takesFocus: state === 'asked',
    /** By the button. */
    toggle: () => (state === 'closed' ? setState('asked') : close()),
    close,
    /** The answer has the focus now. */
    done: () => setState('closed'),
  };
}
