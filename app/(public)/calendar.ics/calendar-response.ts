import { type CalendarEntry, toIcs } from '@/lib/screenings/calendar';
import { problemResponse, toProblemError } from '@/lib/http/problem-response';
import { siteAddress } from '@/app/_format/site-url';

interface Calendar {
  name: string;
  /** The file's name without its ending. */
  file: string;
  entries: CalendarEntry[];
}

/** A calendar as calendar programs take it, or the refusal that an API route would give. */
export async function calendarResponse(load: () => Promise<Calendar>): Promise<Response> {
  try {
    const { name, file, entries } = await load();
    return new Response(toIcs(name, entries, siteAddress()), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `inline; filename="${file}.ics"`,
        'cache-control': 'public, max-age=300',
      },
    });
  } catch (error) {
    return problemResponse(toProblemError(error), crypto.randomUUID());
  }
}
