import { listNextStarts } from '../screenings/screenings';
import { type SearchableFilm, listSearchableFilms } from './films-by-words';

/** What is on or planned: what a search shows first. */
export interface UpcomingFilms {
  films: SearchableFilm[];
  /** By slug. */
  nextStarts: ReadonlyMap<string, Date>;
}

/** Two queries, whatever is searched for: worth keeping for the letters that follow. */
export async function findUpcomingFilms(now: Date): Promise<UpcomingFilms> {
  const nextStarts = await listNextStarts(now);
  return { films: await listSearchableFilms([...nextStarts.keys()]), nextStarts };
}
