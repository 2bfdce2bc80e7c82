import { cinema } from '@/lib/cinema';
import { loadProgramme } from '../programme/data';
import { calendarResponse } from './calendar-response';

/** The house's days as a calendar, for people who subscribe to it: asked again every few hours by their programs. */
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
