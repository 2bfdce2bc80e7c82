import { findUpcomingFilms, type UpcomingFilms } from '@/lib/films/whats-on';

/** Less than a browser keeps an answer (`max-age` of the search), so that this makes nothing staler. */
const KEPT_MS = 10_000;

let recent: { at: number; value: Promise<UpcomingFilms> } | null = null;

/** What is on, as this process knew it at most ten seconds ago: each letter of a word asks for it again. */
export function cachedUpcomingFilms(): Promise<UpcomingFilms> {
  const now = new Date();
  if (recent && now.getTime() - recent.at < KEPT_MS) return recent.value;
  const attempt = { at: now.getTime(), value: findUpcomingFilms(now) };
  recent = attempt;
  attempt.value.catch(() => {
    if (recent === attempt) recent = null;
  });
  return attempt.value;
}
