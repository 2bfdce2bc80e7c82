import { findProgrammeSnapshot, type ProgrammeSnapshot, toProgramme } from '@/lib/films/programme';
import type { Programme } from '@/lib/films/schema';
import { cinemaDay } from '@/lib/cinema-time';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** The programme as Next keeps it: no query while it is kept, three when it is not, whatever the filters. */
export function loadSnapshot(now: Date): Promise<ProgrammeSnapshot> {
  const today = cinemaDay(now);
  return withPageError('/programme', () =>
    cached(['programme', today], [PROGRAMME_TAG, FILMS_TAG], () => findProgrammeSnapshot(today)),
  );
}

/** All of it, with what has begun by `now`. */
export async function loadProgramme(now: Date): Promise<Programme> {
  return toProgramme(await loadSnapshot(now), now);
}
