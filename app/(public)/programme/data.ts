import { findProgrammeSnapshot, type ProgrammeSnapshot, toProgramme } from '@/lib/films/programme';
import type { Programme } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/cinema-time';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** Loads the programme: no query if it is cached, otherwise three, whatever the filters. */
export function loadSnapshot(now: Date): Promise<ProgrammeSnapshot> {
  return withPageError('/programme', () => getCachedSnapshot(now));
}

/** The whole programme at `now`, unfiltered, for routes. */
export async function getProgrammeForRoute(now: Date): Promise<Programme> {
  return toProgramme(await getCachedSnapshot(now), now);
}

function getCachedSnapshot(now: Date): Promise<ProgrammeSnapshot> {
  const today = cinemaDay(now);
  return cached(['programme', today], [PROGRAMME_TAG, FILMS_TAG], () => findProgrammeSnapshot(today));
}
