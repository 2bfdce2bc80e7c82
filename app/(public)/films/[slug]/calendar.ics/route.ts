import * as z from 'zod/mini';
import { calendarFile } from '@/app/(public)/calendar.ics/calendar-file';
import { defineRead } from '@/app/_cache/define-route';
import { filmTag, PROGRAMME_TAG } from '@/app/_cache/tags';
import { getFilmForRoute } from '../data';

/** A film's screenings from now on as a calendar. */
export const GET = defineRead({
  access: 'public',
  params: z.object({ slug: z.string() }),
  response: 'raw',
  cache: { seconds: 300, tags: ({ slug }) => [filmTag(slug), PROGRAMME_TAG] },
  async handler({ params }) {
    const { film, screenings } = await getFilmForRoute(params.slug);
    const entries = screenings.map((screening) => ({ film, screening }));
    return calendarFile({ name: film.title, file: film.slug, entries });
  },
});
