import type { FilmListItem } from '@/lib/films/film-lists';
import { FilmShelf } from '../film-shelf';

export function SimilarFilms({ films, now }: { films: readonly FilmListItem[]; now: Date }) {
  if (films.length === 0) return null;
  return (
    <section className="section similar" aria-labelledby="similar">
      <h2 id="similar">Films like this one</h2>
      <FilmShelf films={films} now={now} />
    </section>
  );
}
