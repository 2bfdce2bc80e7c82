import { cinema } from '@/lib/cinema';
import type { FoundFilm } from '@/lib/films/search-schema';
import { cinemaTime, cinemaDay } from '@/lib/house-time';
import { formatDay } from '../house/day-names';
import type { SearchState } from './use-search';

const names = new Intl.ListFormat(cinema.locale, { type: 'conjunction' });

/** `2003, Sofia Coppola`. */
export function factsInWords({ year, directors }: FoundFilm): string {
  return [String(year), names.format(directors)].filter(Boolean).join(', ');
}

/** `today 18:15`; null when no screening is planned. */
export function nextInWords({ nextStartsAt }: FoundFilm, now: Date): string | null {
  if (nextStartsAt === null) return null;
  const start = new Date(nextStartsAt);
  return `${formatDay(cinemaDay(start), cinemaDay(now))} ${cinemaTime(start)}`;
}

/** Said while somebody types. */
export function stateInWords(state: SearchState): string {
  if (state.kind === 'idle') return '';
  if (state.kind === 'looking') return 'Looking…';
  if (state.kind === 'failed')
    return state.why ?? 'The search does not answer. Press Enter to try it as a page.';
  const { items, more, question } = state;
  if (items.length === 0) return `No film answers to “${question}”. Try fewer letters of each word.`;
  const count = items.length === 1 ? '1 film' : `${items.length} films`;
  return more ? `The first ${count}; Enter shows more.` : `${count}; arrows choose one.`;
}
