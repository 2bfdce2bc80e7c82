import type { FilmInList } from '@/lib/films/schema';
import type { PosterFilm } from '@/lib/posters/drawing/composition';
import { posterSvg } from '@/lib/posters/poster-svg';

/** What a poster is drawn from, out of a film's facts. */
export function posterFilm(film: FilmInList): PosterFilm {
  const { slug, title, year, runtimeMinutes, genres, directors, countries } = film;
  const [country] = countries;
  const facts = { slug, title, year, runtimeMinutes, genres, director: directors.join(', ') };
  return country === undefined ? facts : { ...facts, country };
}

/**
 * The film's poster as inline SVG, drawn from its facts. It has an accessible name: hide it if it is beside the
 * title.
 */
export function posterMarkup(film: FilmInList): { __html: string } {
  return { __html: posterSvg(posterFilm(film)) };
}

export function Poster({ film }: { film: FilmInList }) {
  return <div className="poster" dangerouslySetInnerHTML={posterMarkup(film)} />;
}
