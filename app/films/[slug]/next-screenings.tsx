import { addDays, cinemaDay } from '@/lib/house-time';
import type { Screening } from '@/lib/screenings/schema';
import { dayNumeral, shortMonth, weekday } from '../../house/day-names';
import { AccessBadges } from '../../screenings/access-badge';
import { StartTimes } from '../../screenings/clock-times';
import { screeningAnchor } from '../../screenings/place';
import { AuditoriumLink } from '../../screenings/place-link';
import { formatPrices, defaultPrices } from './prices';

interface NextScreeningsProps {
  screenings: readonly Screening[];
  /** All that are ahead: their usual prices are said under the later ones. */
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
          No screening is planned just now. When one is, it stands here and in the programme.
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
