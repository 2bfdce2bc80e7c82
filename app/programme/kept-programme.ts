import { findProgrammeStock, toProgramme } from '@/lib/films/programme';
import type { Programme } from '@/lib/films/schema';
import { houseDay } from '@/lib/house-time';
import { cached } from '../cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '../cache/tags';
import { orPageError } from '../page-error';

/** The programme as Next keeps it, with what has begun by `now`: no query while it is kept, three when it is not. */
export async function keptProgramme(now: Date): Promise<Programme> {
  const today = houseDay(now);
  const stock = await orPageError('/programme', () =>
    cached(['programme', today], [PROGRAMME_TAG, FILMS_TAG], () => findProgrammeStock(today)),
  );
  return toProgramme(stock, now);
}
