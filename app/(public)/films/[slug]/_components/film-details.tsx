import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { formatFilmMetaLong } from '@/app/_components/films/film-meta';
import { Poster } from '@/app/_components/poster';
import { formatDayRange, fullDate } from '@/app/_format/dates';
import { capitalize } from '@/app/_format/numbers';
import { addDays } from '@/lib/cinema-time';
import { personHref } from '@/lib/films/person-slug';
import type { Film } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';

export function FilmHead({ film, today }: { film: Film; today: string }) {
  return (
    <div className="intro">
      <p className="kicker">
        <Link href="/">Programme</Link> / {formatDayRange(today, addDays(today, 6))}
      </p>
      <h1>{film.title}</h1>
      <p className="line">{formatFilmMetaLong(film)}</p>
    </div>
  );
}

/** The film's picture, or the poster drawn from its facts. */
export function FilmPicture({ film }: { film: Film }) {
  if (!film.picture) return <Poster film={film} />;
  const { file, alt } = film.picture;
  return (
    <div className="poster">
      {/* oxlint-disable-next-line nextjs/no-img-element -- a file of the site, in the size in which it is shown */}
      <img src={`/pictures/${file}`} alt={alt} width={736} height={1104} fetchPriority="high" />
    </div>
  );
}

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
    { label: 'Genre', value: capitalize(film.genres.join(', ').toLowerCase()) },
    { label: 'First shown', value: film.releaseDate && fullDate(film.releaseDate) },
    { label: 'Country', value: film.countries.join(', ') },
    { label: 'Language', value: film.languages.join(', ') },
    { label: 'Subtitles', value: distinct(screenings.map(({ subtitles }) => subtitles)) },
    { label: 'Format here', value: capitalize(distinct(screenings.map(({ format }) => format))) },
    { label: 'Age', value: film.certificate && capitalize(film.certificate) },
    { label: 'Content notes', value: capitalize(film.contentNotes.join(', ')), isWide: true },
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
