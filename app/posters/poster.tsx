import type { Film } from '@/lib/films/schema';
import { posterSvg } from '@/lib/posters/poster-svg';

/** The film's poster as inline SVG, drawn from its own facts. It names itself: hide it where it stands beside its title. */
export function posterMarkup(film: Film): { __html: string } {
  const { slug, title, year, runtimeMinutes, genres, directors, countries } = film;
  const director = directors.join(', ');
  return {
    __html: posterSvg({ slug, title, year, runtimeMinutes, genres, director, country: countries[0] }),
  };
}

export function Poster({ film }: { film: Film }) {
  return <div className="poster" dangerouslySetInnerHTML={posterMarkup(film)} />;
}
