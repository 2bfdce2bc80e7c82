import type { Screening } from '@/lib/screenings/schema';
import { dayNumeral, shortMonth, weekday } from '../../house/day-names';
import { AccessBadges } from '../../screenings/access-badge';
import { StartTimes } from '../../screenings/clock-times';
import { screeningAnchor } from '../../screenings/place';
import { AuditoriumLink } from '../../screenings/place-link';
import { formatPrices, defaultPrices } from './prices';
import { screeningsByDay } from './screenings-by-day';

interface LaterScreeningsProps {
  slug: string;
  later: readonly Screening[];
  all: readonly Screening[];
}

/** So many fit beside the talk on one screen. */
const FEW = 7;

/** What comes after the next three, and what it costs. Prices that differ from the usual ones stand with the screening. */
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
          <ol className="shows">
            {screenings.map((screening) => (
              <LaterScreening key={screening.id} screening={screening} usual={usual} />
            ))}
          </ol>
        </div>
      ))}
      <p className="small soft prices">
        Tickets {usual}
        {differ ? ' where no other price stands' : ''}. You pay at the box office.
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
    </li>
  );
}
