import { findProgrammeSnapshot, type ProgrammeSnapshot, toProgramme } from '@/lib/films/programme';
import type { Programme } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/cinema-time';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** Loads the programme: no query if it is cached, otherwise three, whatever the filters. */
export function loadSnapshot(now: Date): Promise<ProgrammeSnapshot> {
  const today = cinemaDay(now);
  return withPageError('/programme', () =>
    cached(['programme', today], [PROGRAMME_TAG, FILMS_TAG], () => findProgrammeSnapshot(today)),
  );
}

/** The whole programme at `now`, unfiltered. */
export async function loadProgramme(now: Date): Promise<Programme> {
  return toProgramme(await loadSnapshot(now), now);
}
