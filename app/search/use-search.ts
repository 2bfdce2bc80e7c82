'use client';

import { useEffect, useState } from 'react';
import type { FoundFilm, SearchAnswer } from '@/lib/films/search-schema';
import { askSearch } from './ask-search';

const WAIT_MS = 150;

export type SearchState =
  | { kind: 'idle' }
  | { kind: 'looking' }
  | { kind: 'failed' }
  | { kind: 'found'; question: string; items: readonly FoundFilm[]; more: boolean; at: Date };

interface Answered {
  question: string;
  answer: SearchAnswer | null;
  at: Date;
}

/** Asks once somebody has stopped typing for a moment; a question that is old is broken off. */
export function useSearch(typed: string): SearchState {
  const question = typed.trim();
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    if (question === '') return;
    const abort = new AbortController();
    const wait = setTimeout(() => {
      askSearch(question, abort.signal).then(
        (answer) => setAnswered({ question, answer, at: new Date() }),
        () => {
          if (!abort.signal.aborted) setAnswered({ question, answer: null, at: new Date() });
        },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(wait);
      abort.abort();
    };
  }, [question]);
  if (question === '') return { kind: 'idle' };
  if (answered?.question === question && !answered.answer) return { kind: 'failed' };
  // What was found last stays until the next answer is here, so that nothing flickers.
  if (!answered?.answer) return { kind: 'looking' };
  return { kind: 'found', question: answered.question, at: answered.at, ...answered.answer };
}
