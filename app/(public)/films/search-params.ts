import { type FilmListTab, filmListTabs } from '@/lib/films/film-lists';

/** What the address of the list of films can say; anything else in it is as good as nothing. */
export interface ShelfChoice {
  shelf: FilmListTab;
  /** From 1. */
  page: number;
}

type Query = Record<string, string | string[] | undefined>;

export function readShelf({ when, page }: Query): ShelfChoice {
  return {
    shelf: filmListTabs.find((shelf) => shelf === when) ?? 'current',
    page: readPage(page),
  };
}

/** From 1, which anything that is no number is too. */
export function readPage(page: string | string[] | undefined): number {
  return typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}

/** `/films`, `/films?when=past&page=2`: what is on and the first page go without saying. */
export function filmsHref({ shelf, page }: ShelfChoice): string {
  const query = new URLSearchParams();
  if (shelf !== 'current') query.set('when', shelf);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/films?${query}` : '/films';
}
