import { ProblemError } from '@/lib/problem';
import { calendarResponse } from '@/app/(public)/calendar.ics/calendar-response';
import { loadFilm } from '../data';

export const dynamic = 'force-dynamic';

/** A film's screenings from now on as a calendar. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return calendarResponse(async () => {
    const found = await loadFilm(slug);
    if (!found) throw new ProblemError('not-found', { detail: 'No film has this address.' });
    const { film, screenings } = found.page;
    const entries = screenings.map((screening) => ({ film, screening }));
    return { name: film.title, file: film.slug, entries };
  });
}
