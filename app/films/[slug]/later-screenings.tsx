import { houseClock, houseDay } from '@/lib/house-time';
import type { Screening } from '@/lib/screenings/schema';
import { dayNumeral, shortMonth, weekday } from '../../house/day-names';
import { AccessBadges } from '../../screenings/access-badge';
import { placeInWords, screeningAnchor } from '../../screenings/place';
import { pricesInWords, usualPrices } from './prices';

interface LaterScreeningsProps {
  later: readonly Screening[];
  all: readonly Screening[];
}

/** What comes after the next three, and what it costs. Prices that differ from the usual ones stand with the screening. */
export function LaterScreenings({ later, all }: LaterScreeningsProps) {
  if (all.length === 0) return null;
  const usual = usualPrices(all);
  const differ = all.some(({ prices }) => pricesInWords(prices) !== usual);
  return (
    <section className="section screenings" aria-labelledby="later">
      <h2 id="later">{later.length > 0 ? 'Later screenings' : 'Prices'}</h2>
      {later.length > 0 && (
        <ol className="shows">
          {later.map((screening) => (
            <LaterScreening key={screening.id} screening={screening} usual={usual} />
          ))}
        </ol>
      )}
      <p className="small soft prices">
        Tickets {usual}
        {differ ? ' where no other price stands' : ''}. You pay at the box office.
      </p>
    </section>
  );
}

function LaterScreening({ screening, usual }: { screening: Screening; usual: string }) {
  const day = houseDay(new Date(screening.startsAt));
  const prices = pricesInWords(screening.prices);
  return (
    <li id={screeningAnchor(screening.id)}>
      <p className="when">
        <b>{weekday(day)}</b> {dayNumeral(day)} {shortMonth(day)}
      </p>
      <p className="clock">
        <time dateTime={screening.startsAt}>{houseClock(new Date(screening.startsAt))}</time>
      </p>
      <div className="where">
        {placeInWords(screening)}
        <AccessBadges features={screening.features} />
        {prices !== usual && <p className="price">{prices}</p>}
      </div>
    </li>
  );
}
