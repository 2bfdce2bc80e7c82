import type { NewFilm } from '../../../../lib/films/schema';
import type { formats } from '../../../../lib/screenings/schema';

export type Format = (typeof formats)[number];

/** Where a film that is not on its run may turn up: `family` in the mornings, `late` on Friday and Saturday nights. */
export type Strand = 'repertory' | 'family' | 'late';

/** A film with what the programme planner wants to know about it. */
export interface CatalogueFilm extends NewFilm {
  /** What the house can get; a screening uses the best one that its auditorium can show. */
  prints: Format[];
  strands: Strand[];
}
