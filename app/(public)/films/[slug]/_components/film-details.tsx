import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { personHref } from '@/lib/films/person-slug';
import type { Film } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';
import { fullDate } from '@/app/_format/dates';
import { capitalised } from '@/app/_format/numbers';

interface Fact {
  label: string;
  /** Empty or null for what is not known. */
  value: ReactNode;
  isWide?: boolean;
}

/** The film's facts, and how we show it. Unknown facts are left out. */
export function FilmDetails({ film, screenings }: { film: Film; screenings: readonly Screening[] }) {
  const facts: Fact[] = [
    { label: 'Directed by', value: people(film.directors) },
    { label: 'With', value: people(film.cast), isWide: true },
    { label: 'Genre', value: capitalised(film.genres.join(', ').toLowerCase()) },
    { label: 'First shown', value: film.releaseDate && fullDate(film.releaseDate) },
    { label: 'Country', value: film.countries.join(', ') },
    { label: 'Language', value: film.languages.join(', ') },
    { label: 'Subtitles', value: distinct(screenings.map(({ subtitles }) => subtitles)) },
    { label: 'Format here', value: capitalised(distinct(screenings.map(({ format }) => format))) },
    { label: 'Age', value: film.certificate && capitalised(film.certificate) },
    { label: 'Content notes', value: capitalised(film.contentNotes.join(', ')), isWide: true },
  ];
  return (
    <dl className="facts-list">
      {facts
        .filter(({ value }) => value)
        .map(({ label, value, isWide }) => (
          <div key={label} className={isWide ? 'wide' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Names as links to their films here. */
function people(names: readonly string[]): ReactNode {
  if (names.length === 0) return null;
  return names.map((name, index) => {
    const address = personHref(name);
    return (
      <Fragment key={name}>
        {index > 0 && ', '}
        {address ? (
          <Link href={address} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
      </Fragment>
    );
  });
}

function distinct(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null))].join(', ');
}
