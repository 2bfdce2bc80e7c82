import { createEvents, type EventAttributes } from 'ics';
import { cinema } from '../cinema';
import type { Screening } from './schema';

export interface CalendarEntry {
  film: { title: string; slug: string };
  screening: Pick<
    Screening,
    'id' | 'startsAt' | 'endsAt' | 'auditorium' | 'format' | 'subtitles' | 'features'
  >;
}

/**
 * Formats screenings as a calendar (RFC 5545), in UTC, which calendar programs show in their own time zone. UIDs are
 * stable, so that importing it again updates entries instead of duplicating them.
 *
 * @param site the address of the site, for UIDs and links
 */
export function toIcs(name: string, entries: readonly CalendarEntry[], site: URL): string {
  const events = entries.map((entry) => toEvent(entry, site));
  const { error, value } = createEvents(events, { calName: name, productId: `-//${cinema.name}//EN` });
  if (error || value === null) throw error ?? new Error('The calendar could not be made');
  return value;
}

function toEvent({ film, screening }: CalendarEntry, site: URL): EventAttributes {
  const { street, city, postalCode } = cinema.address;
  const details = [
    screening.format,
    screening.subtitles && `${screening.subtitles} subtitles`,
    ...screening.features
      .filter((feature) => feature !== 'subtitled')
      .map((feature) => feature.replace('-', ' ')),
  ];
  return {
    uid: `${screening.id}@${site.host}`,
    title: film.title,
    start: new Date(screening.startsAt).getTime(),
    end: new Date(screening.endsAt).getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    endInputType: 'utc',
    endOutputType: 'utc',
    location: `${cinema.name}, ${screening.auditorium.name}, ${street}, ${city} ${postalCode}`,
    description: details.filter(Boolean).join(', '),
    url: new URL(`/films/${film.slug}#s-${screening.id}`, site).href,
    status: 'CONFIRMED',
    busyStatus: 'BUSY',
  };
}
