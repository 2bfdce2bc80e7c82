'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { isComposing } from '../form/is-composing';
import { type FoundFilm, type SearchAnswer, searchAnswerSchema } from '@/lib/films/search-schema';
import { callApi } from '@/app/_session/api';

const NOTHING = { items: [], at: new Date(0) };
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** What is typed, what was found, and which of it is chosen (-1 for none): arrows choose, Enter opens, Escape closes. */
export function useCombobox(initial: string) {
  const router = useRouter();
  const [typed, setTyped] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // The page of results goes on to another question, or back to the one before, with the same field.
  const [from, setFrom] = useState(initial);
  if (from !== initial) {
    setFrom(initial);
    setTyped(initial);
  }
  const state = useSearch(open ? typed : '');
  const { items, at } = state.kind === 'found' ? state : NOTHING;
  const isShown = items.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const show = (slug: string) => {
    close();
    router.push(`/films/${slug}`);
  };
  const onChange = (text: string) => {
    setTyped(text);
    setOpen(true);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const chosen = items[active];
    const step = STEPS[event.key];
    if (step !== undefined && !open) setOpen(true);
    // One place more than there are films: none is chosen there, and Enter asks for the page.
    else if (step !== undefined) setActive(((active + step + items.length + 2) % (items.length + 1)) - 1);
    else if (event.key === 'Enter' && chosen) show(chosen.slug);
    else if (event.key === 'Escape' && open && typed !== '') close();
    else return;
    event.preventDefault();
  };
  return { typed, state, items, at, active, isShown, close, show, onChange, onKeyDown };
}

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
function useSearch(typed: string): SearchState {
  const question = typed.trim();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (question === '') return;
    const abort = new AbortController();
    const wait = setTimeout(() => {
      void fetchSearch(question, abort.signal).then((asked) => {
        if (!abort.signal.aborted) setTold({ question, asked, at: new Date() });
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(wait);
      abort.abort();
    };
  }, [question]);
  if (question === '') return { kind: 'idle' };
  if (!told) return { kind: 'looking' };
  // The previous results stay until the next response, so that nothing flickers.
  if ('answer' in told.asked) return { kind: 'found', ...told, ...told.asked.answer };
  return told.question === question ? { kind: 'failed', why: told.asked.refusal } : { kind: 'looking' };
}

/** The results, or why there was no search: null if there was no response. */
export type Asked = { answer: SearchAnswer } | { refusal: string | null };

/** What a search finds while somebody types. */
async function fetchSearch(question: string, signal: AbortSignal): Promise<Asked> {
  const query = { q: question };
  const found = await callApi('GET', '/api/search', {
    query,
    response: searchAnswerSchema,
    signal,
    anonymous: true,
  });
  if (found.ok) return { answer: found.data };
  return { refusal: found.error.status === 429 ? found.error.detail : null };
}
