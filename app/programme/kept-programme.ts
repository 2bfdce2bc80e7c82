import { findProgrammeStock, type ProgrammeStock, toProgramme } from '@/lib/films/programme';
import type { Programme } from '@/lib/films/schema';
import { houseDay } from '@/lib/house-time';
import { cached } from '../cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '../cache/tags';
import { orPageError } from '../page-error';

/** The programme as Next keeps it: no query while it is kept, three when it is not, whatever the filters. */
export function keptStock(now: Date): Promise<ProgrammeStock> {
  const today = houseDay(now);
  return orPageError('/programme', () =>
    cached(['programme', today], [PROGRAMME_TAG, FILMS_TAG], () => findProgrammeStock(today)),
  );
}

/** All of it, with what has begun by `now`. */
export async function keptProgramme(now: Date): Promise<Programme> {
  return toProgramme(await keptStock(now), now);
}
