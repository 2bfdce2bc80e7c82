import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Film } from '@/lib/films/schema';
import { posterMarkup } from '@/app/_components/poster';
import { formatFilmMeta } from '@/app/_components/films/film-meta';

/** One film of the programme. `children` are its showtimes, one `li` each; `timesLabel` names their days. */
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

const ENOUGH = 190;

/** The first sentences of a synopsis, as many as make two or three lines; at least one. */
export function opening(synopsis: string): string {
  const sentences = synopsis.split(/(?<=[.?!]) +(?=\p{Lu})/u);
  let text = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (text.length + 1 + sentence.length > ENOUGH) break;
    text += ` ${sentence}`;
  }
  return text;
}
