import { ensureFilms, filmsByAnySlug } from '../films/films';
import type { Film, NewFilm } from '../films/schema';
import { inBatches } from './batches';
import { chooseSlug, possibleSlugs } from './film-address';
import { differences, type FilmFacts, isSameFilm, mergeFilm } from './film-facts';
import { filmColumns, readFilmRow } from './film-row';
import { attempt, type ImportRun, type Taken, importRows } from './import-run';
import { readRows } from './read-rows';
import { RowError } from './refused-line';
import type { ImportReport, Place } from './report';

const BATCH_SIZE = 200;

/** A line with the address that it has or is to have. */
interface NamedFilm {
  slug: string | undefined;
  facts: FilmFacts;
}

/** Films by the address under which this run has met them. */
type Met = Map<string, { line: number; facts: FilmFacts }>;

/**
 * `import films FILE`: a table of film facts. A film is known by its slug, else by title, year and director. What a
 * line is silent on stays as the house has it.
 * @returns the names of columns that are not known
 */
export async function importFilms(file: string, run: ImportRun): Promise<string[]> {
  const columns = filmColumns();
  const rows = readRows(file, (count) => run.progress.addBytes(count));
  const taken = importRows(file, 'films', run, rows, (record) =>
    readFilmRow(columns.row(record), run.now, run.dateOrder),
  );
  const met: Met = new Map();
  for await (const batch of inBatches(taken, BATCH_SIZE)) await importBatch(batch, met, run);
  return columns.unknown;
}

async function importBatch(batch: Taken<NamedFilm>[], met: Met, run: ImportRun): Promise<void> {
  const slugs = batch.flatMap(({ value: { slug, facts } }) => slug ?? possibleSlugs(facts, keyOf(facts)));
  const stored = await filmsByAnySlug(slugs);
  const films: NewFilm[] = [];
  for (const { place, value } of batch) {
    attempt(run.report, 'films', place, () => {
      const slug = requireNew(value, place, stored, met);
      const before = stored.get(slug);
      const film = mergeFilm(slug, value.facts, before);
      if (countFilm(film, before, place, run)) films.push(film);
    });
  }
  if (!run.dryRun) await ensureFilms(films);
}

/** The address under which a film that no earlier line was about is, or is to be, stored. */
function requireNew(
  { slug: given, facts }: NamedFilm,
  { line }: Place,
  stored: ReadonlyMap<string, Film>,
  met: Met,
): string {
  // A film that got another address is met under the one that it has.
  const present = (slug: string) => stored.get(slug)?.slug ?? slug;
  const places = given === undefined ? possibleSlugs(facts, keyOf(facts)) : [given];
  for (const slug of places) {
    const earlier = met.get(present(slug));
    if (earlier && (given !== undefined || isSameFilm(earlier.facts, facts))) {
      throw new RowError('an earlier line has this film', `line ${earlier.line}`);
    }
  }
  const isTaken = (slug: string) => met.has(present(slug));
  const slug = given ?? chooseSlug(facts, keyOf(facts), stored, isTaken);
  met.set(present(slug), { line, facts });
  return slug;
}

function keyOf({ title, year, directors = [] }: FilmFacts): string {
  return [title, year, ...directors].join('\n');
}

/** Counts a film as new, changed or unchanged. @returns whether it is to be written */
export function countFilm(film: NewFilm, before: Film | undefined, place: Place, run: ImportRun): boolean {
  const changed = before ? differences(before, film) : [];
  if (before && changed.length === 0) {
    run.report.count('films', 'unchanged');
    return false;
  }
  run.report.count('films', before ? 'changed' : 'new');
  if (run.dryRun) previewFilm(film, before, changed, place, run.report);
  return true;
}

function previewFilm(
  film: NewFilm,
  before: Film | undefined,
  changed: string[],
  place: Place,
  report: ImportReport,
): void {
  const name = `${film.title} (${film.year}) as ${film.slug}`;
  if (!before) return report.preview('films', 'new', place, name);
  const show = (value: unknown) => (JSON.stringify(value) ?? 'nothing').replace(/^(.{60}).+$/, '$1…');
  const words = changed.map(
    (fact) => `${fact} ${show(before[fact as keyof Film])} -> ${show(film[fact as keyof Film])}`,
  );
  return report.preview('films', 'changed', place, `${name}: ${words.join(', ')}`);
}
