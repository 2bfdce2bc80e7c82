import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Film } from '@/lib/films/schema';
import { posterMarkup } from '../posters/poster';
import { formatFilmMeta } from '../films/facts';
import { opening } from './opening';

/** One film of the programme. `children` are its showtimes, one `li` each; `timesLabel` says of which days. */
export function FilmRow({
  film,
  timesLabel,
  children,
}: {
  film: Film;
  timesLabel: string;
  children: ReactNode;
}) {
  const address = `/films/${film.slug}`;
  return (
    <article className="film">
      <Link
        className="poster"
        href={address}
        prefetch={false}
        tabIndex={-1}
        aria-hidden="true"
        dangerouslySetInnerHTML={posterMarkup(film)}
      />
      <div className="about">
        <h3>
          <Link href={address} prefetch={false}>
            {film.title}
          </Link>
        </h3>
        <p className="facts">{formatFilmMeta(film)}</p>
      </div>
      <ul className="times" aria-label={timesLabel}>
        {children}
      </ul>
      <p className="note">{opening(film.synopsis)}</p>
    </article>
  );
}
