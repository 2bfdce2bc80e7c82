import Link from 'next/link';
import type { FilmListItem } from '@/lib/films/film-lists';
import { posterMarkup } from '../poster';
import { formatFilmMeta, formatNextDate, isUpcoming } from './film-meta';

interface FilmGridProps {
  films: readonly FilmListItem[];
  now: Date;
  /** Of the films' names: one below the heading over the tab. */
  level?: 2 | 3;
}

/** Films side by side, each with its poster and when it is on. The poster is no second stop for the keyboard. */
export function FilmGrid({ films, now, level = 3 }: FilmGridProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="film-grid">
      {films.map((listed) => {
        const address = `/films/${listed.film.slug}`;
        return (
          <li key={listed.film.slug}>
            <Link
              className="poster"
              href={address}
              prefetch={false}
              tabIndex={-1}
              aria-hidden="true"
              dangerouslySetInnerHTML={posterMarkup(listed.film)}
            />
            <Heading className="name">
              <Link href={address} prefetch={false}>
                {listed.film.title}
              </Link>
            </Heading>
            <p className={isUpcoming(listed, now) ? 'when' : 'when over'}>{formatNextDate(listed, now)}</p>
            <p className="facts">{formatFilmMeta(listed.film)}</p>
          </li>
        );
      })}
    </ul>
  );
}
