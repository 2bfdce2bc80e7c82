import Link from 'next/link';
import { cinema } from '@/lib/cinema';
import type { ProgrammeDay } from '@/lib/films/schema';
import { addDays } from '@/lib/house-time';
import { dayInWords, weekday } from '../house/day-names';
import { countInWords } from '../house/number-words';
import { programmeAddress } from './address';

interface EmptyDayProps {
  day: ProgrammeDay;
  next: ProgrammeDay | null;
  today: string;
}

/** Why there is nothing, and the nearest day that has something. */
export function EmptyDay({ day, next, today }: EmptyDayProps) {
  return (
    <div className="nothing">
      <h3>{day.earlier.length > 0 ? 'Nothing more today.' : `Nothing on ${nameOf(day.date, today)}.`}</h3>
      <p className="read">
        {next
          ? `The house opens again ${dayInWords(next.date, today)} with ${countInWords(next.screeningCount, 'screening', 'screenings')}.`
          : 'The next programme is not out yet. Write to us if you want to know when it is.'}
      </p>
      <p className="row">
        {next ? (
          <Link className="btn go" href={programmeAddress({ date: next.date, by: 'day' }, today)}>
            Show {next.date === addDays(today, 1) ? 'tomorrow' : weekday(next.date)}
          </Link>
        ) : (
          <a className="btn go" href={`mailto:${cinema.email}`}>
            Write to us
          </a>
        )}
      </p>
    </div>
  );
}

function nameOf(date: string, today: string): string {
  return date === today ? 'the screens today' : dayInWords(date, today);
}
