import Link from 'next/link';
import type { Film } from '@/lib/films/schema';
import { addDays } from '@/lib/cinema-time';
import { formatDayRange } from '@/app/_format/dates';
import { longFacts } from '@/app/_components/films/film-meta';
import { Poster } from '@/app/_components/poster';

export function FilmHead({ film, today }: { film: Film; today: string }) {
  return (
    <div className="intro">
      <p className="kicker">
        <Link href="/">Programme</Link> / {formatDayRange(today, addDays(today, 6))}
      </p>
      <h1>{film.title}</h1>
      <p className="line">{longFacts(film)}</p>
    </div>
  );
}

/** The film's picture, or the poster drawn from its facts. */
export function FilmPicture({ film }: { film: Film }) {
  if (!film.picture) return <Poster film={film} />;
  const { file, alt } = film.picture;
  return (
    <div className="poster">
      {/* oxlint-disable-next-line nextjs/no-img-element -- the cinema's own file, in the size in which it is shown */}
      <img src={`/pictures/${file}`} alt={alt} width={736} height={1104} fetchPriority="high" />
    </div>
  );
}
