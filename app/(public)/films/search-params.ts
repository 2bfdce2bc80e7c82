import { type FilmListTab, filmListTabs } from '@/lib/films/film-lists';

/** What the address of the list of films can say; anything else in it is as good as nothing. */
export interface FilmsChoice {
  tab: FilmListTab;
  /** From 1. */
  page: number;
}

type Query = Record<string, string | string[] | undefined>;

export function parseSearchParams({ when, page }: Query): FilmsChoice {
  return {
    tab: filmListTabs.find((tab) => tab === when) ?? 'current',
    page: readPage(page),
  };
}

/** From 1, which anything that is no number is too. */
export function readPage(page: string | string[] | undefined): number {
  return typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}

/** `/films`, `/films?when=past&page=2`: what is on and the first page go without saying. */
export function filmsHref({ tab, page }: FilmsChoice): string {
  const query = new URLSearchParams();
  if (tab !== 'current') query.set('when', tab);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/films?${query}` : '/films';
}
