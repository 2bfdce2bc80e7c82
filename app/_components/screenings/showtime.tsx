import type { Film } from '@/lib/films/schema';
import { cinemaTime } from '@/lib/cinema-time';
import type { Screening } from '@/lib/screenings/schema';
import { AccessBadges } from './access-badges';
import { formatAuditorium, screeningAddress } from './place';

interface ShowtimeProps {
  film: Pick<Film, 'slug' | 'title'>;
  screening: Screening;
  /** `today`, `Saturday 21 November`: read aloud, and shown where `showDay` asks for it. */
  day: string;
  shortDay?: string;
  begun?: boolean;
}

/**
 * A showtime. Until there are tickets it links to the screening on its film's page: a plain link, because only a real
 * navigation makes the browser apply `:target`.
 */
export function Showtime({ film, screening, day, shortDay, begun = false }: ShowtimeProps) {
  const clock = (
    <b>
      <time dateTime={screening.startsAt}>{cinemaTime(new Date(screening.startsAt))}</time>
    </b>
  );
  const place = formatAuditorium(screening);
  if (begun) {
    return (
      <div className="time gone">
        {clock}
        <span>{place}, begun</span>
      </div>
    );
  }
  return (
    <a className="time" href={screeningAddress(film.slug, screening.id)}>
      <span className="hidden">
        {film.title}, {day}{' '}
      </span>
      {clock}
      <span>
        <span className="hidden">, </span>
        {shortDay && <strong>{shortDay}, </strong>}
        {place}
      </span>
      <AccessBadges features={screening.features} />
    </a>
  );
}
