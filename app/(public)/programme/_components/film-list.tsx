import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatFilmMeta } from '@/app/_components/films/film-meta';
import { posterMarkup } from '@/app/_components/poster';
import { Showtime } from '@/app/_components/screenings/showtime';
import { dayNumeral, formatDay, shortWeekday } from '@/app/_format/dates';
import { cinemaDay } from '@/lib/cinema-time';
import type { Film, ProgrammeDay } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';

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
      <p className="note">{excerpt(film.synopsis)}</p>
    </article>
  );
}

const ENOUGH = 190;

/** The first sentences of a synopsis, as many as make two or three lines; at least one. */
export function excerpt(synopsis: string): string {
  const sentences = synopsis.split(/(?<=[.?!]) +(?=\p{Lu})/u);
  let text = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (text.length + 1 + sentence.length > ENOUGH) break;
    text += ` ${sentence}`;
  }
  return text;
}

interface ByFilmProps {
  days: readonly ProgrammeDay[];
  today: string;
  now: Date;
}

/** The chosen days again, each film once with all its times. */
export function ByFilm({ days, today, now }: ByFilmProps) {
  return (
    <section className="by-film" aria-labelledby="films">
      <h2 id="films" className="hidden">
        Films of these days
      </h2>
      {filmsOfDays(days, now).map(({ film, screenings }) => (
        <FilmRow key={film.slug} film={film} timesLabel={`Screenings of ${film.title}`}>
          {screenings.map((screening) => {
            const day = cinemaDay(new Date(screening.startsAt));
            return (
              <li key={screening.id}>
                <Showtime
                  film={film}
                  screening={screening}
                  day={formatDay(day, today)}
                  shortDay={day === today ? 'Today' : `${shortWeekday(day)} ${dayNumeral(day)}`}
                />
              </li>
            );
          })}
        </FilmRow>
      ))}
    </section>
  );
}

export interface FilmOfDays {
  film: Film;
  /** Upcoming ones, soonest first. */
  screenings: Screening[];
}

/** The films of some days in the order of their next screening, each once. */
function filmsOfDays(days: readonly ProgrammeDay[], now: Date): FilmOfDays[] {
  const bySlug = new Map<string, FilmOfDays>();
  for (const { film, screenings } of days.flatMap((day) => day.films)) {
    const ahead = screenings.filter(({ startsAt }) => new Date(startsAt) > now);
    const known = bySlug.get(film.slug);
    if (known) known.screenings.push(...ahead);
    else bySlug.set(film.slug, { film, screenings: ahead });
  }
  return [...bySlug.values()]
    .filter(({ screenings }) => screenings.length > 0)
    .toSorted((a, b) => startOf(a) - startOf(b));
}

function startOf({ screenings }: FilmOfDays): number {
  return Date.parse(screenings[0]?.startsAt ?? '');
}
