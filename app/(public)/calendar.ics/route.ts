import { cinema } from '@/lib/cinema';
import { loadProgramme } from '../programme/data';
import { calendarResponse } from './calendar-response';

/** The programme as a calendar to subscribe to: calendar programs request it every few hours. */
export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return calendarResponse(async () => {
    const { days } = await loadProgramme(new Date());
    const films = days.flatMap((day) => [...day.started, ...day.films]);
    const entries = films.flatMap(({ film, screenings }) =>
      screenings.map((screening) => ({ film, screening })),
    );
    return { name: cinema.name, file: 'programme', entries };
  });
}
