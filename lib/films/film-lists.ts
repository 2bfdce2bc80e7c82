import { addDays, toInstant } from '../cinema-time';
import { countEndedRuns, listRunsOver } from '../screenings/runs';
import { listStarts } from '../screenings/screenings';
import { countFilms, filmsBySlug, listFilmsByName } from './films';
import type { FilmInList } from './schema';

/** Which films: on within a week, on later, on before and not planned again; and every film that the cinema knows. */
export const filmListTabs = ['current', 'coming', 'past', 'all'] as const;
export type FilmListTab = (typeof filmListTabs)[number];

const CURRENT_DAYS = 7;
const PAGE_SIZE = 24;

/** A film in a list, with its screenings from the start of the day on, and the last one when there are none. */
export interface FilmListItem<F extends FilmInList = FilmInList> {
  film: F;
  /** ISO 8601, soonest first. */
  starts: string[];
  lastStart: string | null;
}

/** One page of a tab, as stored: the same at every hour of the day. */
export interface FilmListSnapshot {
  counts: Record<FilmListTab, number>;
  /** From 1; an address beyond the last page shows the last one. */
  page: number;
  pageCount: number;
  films: FilmListItem[];
}

/** `today` is the cinema's. Five queries at most, whatever the number of films and screenings. */
export async function findFilmList(tab: FilmListTab, page: number, today: string): Promise<FilmListSnapshot> {
  const dayStart = toInstant(today);
  const [starts, past, all] = await Promise.all([
    listStarts(dayStart),
    countEndedRuns(dayStart),
    countFilms(),
  ]);
  const weekEnd = toInstant(addDays(today, CURRENT_DAYS));
  const ahead = [...starts].map(([slug, list]) => ({ slug, starts: list }));
  const current = ahead.filter(({ starts: [first] }) => first && first < weekEnd);
  const coming = ahead.filter(({ starts: [first] }) => first && first >= weekEnd);
  const counts = { current: current.length, coming: coming.length, past, all };
  const pageCount = Math.max(1, Math.ceil(counts[tab] / PAGE_SIZE));
  const shown = Math.min(page, pageCount);
  const skip = (shown - 1) * PAGE_SIZE;
  const chosen = { current, coming };
  const films =
    tab === 'past'
      ? await pastFilms(dayStart, skip)
      : tab === 'all'
        ? toListItem(await listFilmsByName(skip, PAGE_SIZE), starts)
        : await filmsAhead(chosen[tab].slice(skip, skip + PAGE_SIZE));
  return { counts, page: shown, pageCount, films };
}

/** In the order of their next screening. */
async function filmsAhead(list: readonly { slug: string; starts: Date[] }[]): Promise<FilmListItem[]> {
  const films = await filmsBySlug(list.map(({ slug }) => slug));
  const known = list.flatMap(({ slug }) => films.get(slug) ?? []);
  return toListItem(known, new Map(list.map(({ slug, starts }) => [slug, starts])));
}

/** The latest first. */
async function pastFilms(dayStart: Date, skip: number): Promise<FilmListItem[]> {
  const runs = await listRunsOver(dayStart, skip, PAGE_SIZE);
  const films = await filmsBySlug(runs.map(({ filmId }) => filmId));
  return runs.flatMap(({ filmId, lastStartsAt }) => {
    const film = films.get(filmId);
    return film ? [{ film, starts: [], lastStart: lastStartsAt.toISOString() }] : [];
  });
}

/** Adds to films when they are on. */
export function toListItem<F extends FilmInList>(
  films: readonly F[],
  starts: ReadonlyMap<string, readonly Date[]>,
): FilmListItem<F>[] {
  return films.map((film) => ({
    film,
    starts: (starts.get(film.slug) ?? []).map((start) => start.toISOString()),
    lastStart: null,
  }));
}
