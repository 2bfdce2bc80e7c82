import { siteUrl } from '@/app/_format/site-url';
import { type CalendarEntry, toIcs } from '@/lib/screenings/calendar';

interface Calendar {
  name: string;
  /** The file's name without its ending. */
  file: string;
  entries: CalendarEntry[];
}

/** A calendar as calendar programs take it. */
export function calendarFile({ name, file, entries }: Calendar): Response {
  return new Response(toIcs(name, entries, siteUrl()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${file}.ics"`,
    },
  });
}
