import * as z from 'zod';
import type { NewFilm } from '../../../lib/films/schema';
import { parseList } from '../../../lib/import/cells';
import { mergeFilm } from '../../../lib/import/film-facts';
import { filmColumns, readFilmRow } from '../../../lib/import/film-row';
import { formats } from '../../../lib/screenings/schema';
import { readData } from './read-data';

export type Format = (typeof formats)[number];

const listCell = z.string().transform((cell) => parseList(cell) ?? []);

/** What the import has no column for. */
const extrasSchema = z.object({
  slug: z.string(),
  /** What the cinema can get; a screening uses the best one that its auditorium can show. */
  prints: listCell.pipe(z.array(z.enum(formats))),
  /** Where a film that is not on its run may turn up: `family` in the mornings, `late` on Friday and Saturday nights. */
  strands: listCell.pipe(z.array(z.enum(['repertory', 'family', 'late']))),
  /** Addresses that the film had before. */
  'former slugs': listCell,
});
type Extras = z.infer<typeof extrasSchema>;

/** A film with what the programme planner wants to know about it. */
export interface CatalogueFilm extends NewFilm, Pick<Extras, 'prints' | 'strands'> {}

const columns = filmColumns();
const extras = await readData('film-extras.csv', (record) => extrasSchema.parse(record));
const extrasBySlug = new Map(extras.map((each) => [each.slug, each]));

/** Real films: facts from `film-facts.ndjson`, corrected where it is wrong, and general knowledge; synopses our own. */
export const catalogue: readonly CatalogueFilm[] = await readData('films.csv', (record) => {
  const { slug = '', facts } = readFilmRow(columns.row(record), new Date(), null);
  const { prints, strands, 'former slugs': formerSlugs } = requireExtras(slug);
  const film = mergeFilm(slug, facts, undefined);
  return { ...film, ...(formerSlugs.length > 0 && { formerSlugs }), prints, strands };
});

function requireExtras(slug: string): Extras {
  const found = extrasBySlug.get(slug);
  if (found) return found;
  throw new Error(`film-extras.csv has no line for “${slug}”`);
}

/** For a test: nothing is said of a film that the catalogue does not have. */
export const filmsWithExtras = [...extrasBySlug.keys()];
