import Link from 'next/link';
import type { Film } from '@/lib/films/schema';
import { addDays } from '@/lib/house-time';
import { formatDayRange } from '../../house/day-names';
import { longFacts } from '../facts';

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
