import Link from 'next/link';
import { cinema } from '@/lib/cinema';
import type { ProgrammeDay } from '@/lib/films/schema';
import { addDays } from '@/lib/house-time';
import { formatDay, weekday } from '../house/day-names';
import { pluralize } from '../house/number-words';
import { filterCount, programmeHref, type ProgrammeChoice, withoutFilters } from './address';

interface EmptyDayProps {
  day: ProgrammeDay;
  /** The next one that has something left of what was chosen. */
  next: ProgrammeDay | null;
  choice: ProgrammeChoice;
  today: string;
}

/** Why there is nothing, and the nearest day that has something. */
export function EmptyDay({ day, next, choice, today }: EmptyDayProps) {
  const isNarrowed = filterCount(choice) > 0;
  return (
    <div className="nothing">
      <h3>{fact(day, today, isNarrowed)}</h3>
      <p className="read">{whatNext(next, today, isNarrowed)}</p>
      <p className="row">
        {next && (
          <Link className="btn go" href={programmeHref({ ...choice, date: next.date, by: 'day' }, today)}>
            Show {next.date === addDays(today, 1) ? 'tomorrow' : weekday(next.date)}
          </Link>
        )}
        {isNarrowed && (
          <Link
            className={next ? 'btn' : 'btn go'}
            href={programmeHref(withoutFilters(choice), today)}
            scroll={false}
          >
            Clear the filters
          </Link>
        )}
        {!next && !isNarrowed && (
          <a className="btn go" href={`mailto:${cinema.email}`}>
            Write to us
          </a>
        )}
      </p>
    </div>
  );
}

function fact({ date, started }: ProgrammeDay, today: string, isNarrowed: boolean): string {
  const chosen = isNarrowed ? ' of what you chose' : '';
  if (started.length > 0) return `Nothing more today${chosen}.`;
  return `Nothing${chosen} on ${date === today ? 'the screens today' : formatDay(date, today)}.`;
}

function whatNext(next: ProgrammeDay | null, today: string, isNarrowed: boolean): string {
  if (!next && isNarrowed) return 'No later day of this programme has it either: the filters leave nothing.';
  if (!next) return 'The next programme is not out yet. Write to us if you want to know when it is.';
  const screenings = pluralize(next.screeningCount, 'screening', 'screenings');
  const when = formatDay(next.date, today);
  return isNarrowed
    ? `The next day that has it is ${when}, with ${screenings}.`
    : `The house opens again ${when} with ${screenings}.`;
}
