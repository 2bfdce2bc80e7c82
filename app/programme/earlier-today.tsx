import Link from 'next/link';
import type { ProgrammeDay } from '@/lib/films/schema';
import { cinemaTime } from '@/lib/house-time';

/** One quiet line for films that have nothing left: `Earlier today: Brazil 17:00, Up 15:30`. */
export function EarlierToday({ films }: { films: ProgrammeDay['started'] }) {
  if (films.length === 0) return null;
  return (
    <p className="earlier">
      Earlier today:{' '}
      {films.map(({ film, screenings }, index) => (
        <span key={film.slug}>
          {index > 0 && ', '}
          <Link href={`/films/${film.slug}`} prefetch={false}>
            {film.title}
          </Link>
          {screenings.map(({ id, startsAt }, time) => (
            <span key={id}>
              {time > 0 && ' and'} <time dateTime={startsAt}>{cinemaTime(new Date(startsAt))}</time>
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
