'use client';

import { useEffect, useState } from 'react';
import type { FoundFilm } from '@/lib/films/search-schema';
import { type Asked, fetchSearch } from './ask-search';

const WAIT_MS = 150;

export type SearchState =
  | { kind: 'idle' }
  | { kind: 'looking' }
  /** `why` is null when no answer came. */
  | { kind: 'failed'; why: string | null }
  | { kind: 'found'; question: string; items: readonly FoundFilm[]; more: boolean; at: Date };

interface Told {
  question: string;
  asked: Asked;
  at: Date;
}

/** Asks once somebody has stopped typing for a moment; a question that is old is broken off. */
export function useSearch(typed: string): SearchState {
  const question = typed.trim();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (question === '') return;
    const abort = new AbortController();
    const wait = setTimeout(() => {
      fetchSearch(question, abort.signal).then(
        (asked) => setTold({ question, asked, at: new Date() }),
        () => {
          if (!abort.signal.aborted) setTold({ question, asked: { refusal: null }, at: new Date() });
        },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(wait);
      abort.abort();
    };
  }, [question]);
  if (question === '') return { kind: 'idle' };
  if (!told) return { kind: 'looking' };
  // What was found last stays until the next answer is here, so that nothing flickers.
  if ('answer' in told.asked) return { kind: 'found', ...told, ...told.asked.answer };
  return told.question === question ? { kind: 'failed', why: told.asked.refusal } : { kind: 'looking' };
}
