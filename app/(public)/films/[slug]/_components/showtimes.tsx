import Link from 'next/link';
import { addDays, cinemaDay, cinemaTime } from '@/lib/cinema-time';
import type { Screening } from '@/lib/screenings/schema';
import { dayNumeral, shortMonth, weekday } from '@/app/_format/dates';
import { AccessBadges } from '@/app/_components/screenings/access-badges';
import {
  AuditoriumLink,
  formatSeatsLeft,
  screeningAnchor,
  screeningHref,
  StartTimes,
} from '@/app/_components/screenings/showtime';
import { formatMoney } from '@/app/_format/numbers';

interface NextScreeningsProps {
  screenings: readonly Screening[];
  /** All upcoming screenings; their usual prices are shown below the later ones. */
  all: readonly Screening[];
  today: string;
}

/** The next three, the very next on accent. Links from elsewhere lead to each of them by its id. */
export function NextScreenings({ screenings, all, today }: NextScreeningsProps) {
  const usual = defaultPrices(all);
  if (screenings.length === 0) {
    return (
      <section className="soon" aria-labelledby="soon">
        <h2 id="soon" className="hidden">
          Next screenings
        </h2>
        <p className="read">
          No screenings planned at the moment. New dates appear here and in the programme.
        </p>
      </section>
    );
  }
  return (
    <section className="soon" aria-labelledby="soon">
      <h2 id="soon" className="hidden">
        Next screenings
      </h2>
      <ul className="times">
        {screenings.map((screening, index) => {
          const prices = formatPrices(screening.prices);
          return (
            <li key={screening.id} id={screeningAnchor(screening.id)}>
              <div className={index === 0 ? 'time now' : 'time'}>
                <b>
                  <StartTimes screening={screening} />
                </b>
                <span>
                  <strong>{dayOf(screening, today)}</strong>, <AuditoriumLink screening={screening} />
                  {prices !== usual && <span className="price">{prices}</span>}
                </span>
                <AccessBadges features={screening.features} />
                <SeatsLink screening={screening} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** `Today`, `Tomorrow`, `Saturday 28 Nov`. */
function dayOf({ startsAt }: Screening, today: string): string {
  const day = cinemaDay(new Date(startsAt));
  if (day === today) return 'Today';
  if (day === addDays(today, 1)) return 'Tomorrow';
  return `${weekday(day)} ${dayNumeral(day)} ${shortMonth(day)}`;
}

interface LaterScreeningsProps {
  slug: string;
  later: readonly Screening[];
  all: readonly Screening[];
}

/** As many as fit on one screen beside the comments. */
const FEW = 7;

/**
 * Screenings after the next three, and prices. A price that differs from the usual ones is shown with its screening.
 */
export function LaterScreenings({ slug, later, all }: LaterScreeningsProps) {
  if (all.length === 0) return null;
  const usual = defaultPrices(all);
  const differ = all.some(({ prices }) => formatPrices(prices) !== usual);
  return (
    <section className={`section screenings${later.length > FEW ? '' : ' few'}`} aria-labelledby="later">
      <h2 id="later">{later.length > 0 ? 'Later screenings' : 'Prices'}</h2>
      {screeningsByDay(later).map(({ day, screenings }) => (
        <div key={day} className="showday">
          <h3>
            {weekday(day)}{' '}
            <span>
              {dayNumeral(day)} {shortMonth(day)}
            </span>
          </h3>
          <ol className="screening-list">
            {screenings.map((screening) => (
              <LaterScreening key={screening.id} screening={screening} usual={usual} />
            ))}
          </ol>
        </div>
      ))}
      <p className="small soft prices">
        Tickets {usual}
        {differ ? ', unless a different price is shown' : ''}. You pay at the box office.
      </p>
      <p className="small">
        <a href={`/films/${slug}/calendar.ics`}>These times in your calendar</a>
      </p>
    </section>
  );
}

function LaterScreening({ screening, usual }: { screening: Screening; usual: string }) {
  const prices = formatPrices(screening.prices);
  return (
    <li id={screeningAnchor(screening.id)}>
      <p className="clock">
        <StartTimes screening={screening} />
      </p>
      <div className="where">
        <AuditoriumLink screening={screening} />
        <AccessBadges features={screening.features} />
        {prices !== usual && <p className="price">{prices}</p>}
      </div>
      <SeatsLink screening={screening} />
    </li>
  );
}

function SeatsLink({ screening }: { screening: Screening }) {
  const { id, startsAt, auditorium } = screening;
  const availability = formatSeatsLeft(screening);
  if (screening.seatsLeft === 0) return <strong className="small">Sold out</strong>;
  return (
    <Link className="btn btn-small" prefetch={false} href={screeningHref(id)}>
      Seats
      <span className="hidden">
        {' '}
        at {cinemaTime(new Date(startsAt))}, {auditorium.name}
      </span>
      {availability !== null && `, ${availability}`}
    </Link>
  );
}

/** Groups screenings (soonest first) by the cinema's day. */
export function screeningsByDay(
  screenings: readonly Screening[],
): { day: string; screenings: Screening[] }[] {
  const days = new Map<string, Screening[]>();
  for (const screening of screenings) {
    const day = cinemaDay(new Date(screening.startsAt));
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(screening);
    else days.set(day, [screening]);
  }
  return [...days].map(([day, list]) => ({ day, screenings: list }));
}

type Prices = Screening['prices'];

/** `€11.00, concession €8.50, child €6.00`. */
export function formatPrices(prices: Prices): string {
  return prices
    .map(({ kind, price }) => (kind === 'full' ? formatMoney(price) : `${kind} ${formatMoney(price)}`))
    .join(', ');
}

/** The prices that most of these screenings have, as text. They are shown once, not with each screening. */
export function defaultPrices(screenings: readonly Pick<Screening, 'prices'>[]): string {
  const counts = new Map<string, number>();
  for (const { prices } of screenings) {
    const words = formatPrices(prices);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a);
  return usual?.[0] ?? '';
}
