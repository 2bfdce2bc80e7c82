import { defineRead } from '@/app/_cache/define-route';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { cinema } from '@/lib/cinema';
import { getProgrammeForRoute } from '../programme/data';
import { calendarFile } from './calendar-file';

/** The programme as a calendar to subscribe to: calendar programs request it every few hours. */
export const GET = defineRead({
  access: 'public',
  response: 'raw',
  cache: { seconds: 300, tags: () => [PROGRAMME_TAG, FILMS_TAG] },
  async handler({ now }) {
    const { days } = await getProgrammeForRoute(now);
    const films = days.flatMap((day) => [...day.started, ...day.films]);
    const entries = films.flatMap(({ film, screenings }) =>
      screenings.map((screening) => ({ film, screening })),
    );
    return calendarFile({ name: cinema.name, file: 'programme', entries });
  },
});
