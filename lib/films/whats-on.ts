import { listNextStarts } from '../screenings/screenings';
import { type FilmOfWords, listFilmsOfWords } from './films-by-words';

/** What is on or planned: what a search shows first. */
export interface WhatsOn {
  films: FilmOfWords[];
  /** By slug. */
  nextStarts: ReadonlyMap<string, Date>;
}

/** Two queries, whatever is searched for: worth keeping for the letters that follow. */
export async function findWhatsOn(now: Date): Promise<WhatsOn> {
  const nextStarts = await listNextStarts(now);
  return { films: await listFilmsOfWords([...nextStarts.keys()]), nextStarts };
}
