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
 * One time that a film is shown. Until tickets exist it leads to the screening's place on the page of its film: a plain
 * link, because only a real navigation makes the browser mark that place (`:target`).
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
