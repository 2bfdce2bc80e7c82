import Link from 'next/link';
import type { Programme } from '@/lib/films/schema';
import { dayNumeral, month, shortMonth, shortWeekday } from '@/app/_format/dates';
import { programmeHref, type ProgrammeChoice } from '../search-params';
import { LoadingHint } from './navigation-feedback';
import { ScrollToSelectedDay } from './navigation-feedback';

/** Fourteen days as links, in a strip that scrolls sideways. */
export function DayStrip({ programme, choice }: { programme: Programme; choice: ProgrammeChoice }) {
  const { today, days } = programme;
  return (
    <nav aria-label="Days">
      <ul className="days">
        {days.map(({ date, screeningCount }, index) => (
          <li key={date}>
            <Link
              href={programmeHref({ ...choice, date }, today)}
              prefetch={false}
              scroll={false}
              data-keep-focus=".days [aria-current]"
              aria-current={date === choice.date ? 'date' : undefined}
            >
              <b>
                {dayNumeral(date)}
                {index > 0 && date.endsWith('-01') && <i aria-hidden="true">{shortMonth(date)}</i>}
                <span className="hidden"> {month(date)}</span>
              </b>
              <span>
                <span className="hidden">, </span>
                {date === today ? 'Today' : shortWeekday(date)}
              </span>
              <small>
                <span className="hidden">, </span>
                {screeningCount === 1 ? '1 screening' : `${screeningCount || 'no'} screenings`}
              </small>
              <LoadingHint />
            </Link>
          </li>
        ))}
      </ul>
      <ScrollToSelectedDay key={choice.date} />
    </nav>
  );
}
