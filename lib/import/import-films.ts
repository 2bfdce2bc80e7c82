import { ensureFilms, filmsByAnySlug, findFilmsByTitle } from '../films/films';
import { titleKey } from '../films/search-terms';
import type { Film, NewFilm } from '../films/schema';
import { RowError } from './errors';
import { differences, type FilmFacts, isSameFilm, mergeFilm } from './film-facts';
import { filmColumns, readFilmRow } from './film-row';
import { chooseSlug, possibleSlugs } from './film-slug';
import {
  importRows,
  type ImportRun,
  inBatches,
  readTable,
  type RowResult,
  takenValues,
  tryRow,
} from './import-run';
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
 * line is silent on stays as the cinema has it.
 * @returns the names of columns that are not known
 */
export async function importFilms(file: string, run: ImportRun): Promise<string[]> {
  const columns = filmColumns();
  const rows = readTable(file, run, (name) => columns.has(name));
  const results = importRows(file, run, rows, (record) =>
    readFilmRow(columns.row(record), run.now, run.dateOrder),
  );
  const met: Met = new Map();
  for await (const batch of inBatches(results, BATCH_SIZE)) await importBatch(batch, met, run);
  return columns.unknown;
}

async function importBatch(batch: RowResult<NamedFilm>[], met: Met, run: ImportRun): Promise<void> {
  const rows = takenValues(batch);
  const [stored, byTitle] = await Promise.all([
    filmsByAnySlug(rows.flatMap(({ slug, facts }) => slug ?? possibleSlugs(facts, keyOf(facts)))),
    findFilmsByTitle(rows.flatMap(({ slug, facts }) => (slug === undefined ? [facts.title] : []))),
  ]);
  const films: NewFilm[] = [];
  for (const row of batch) {
    const { place } = row;
    tryRow(run.report, 'films', row, (value) => {
      const same = (byTitle.get(titleKey(value.facts.title)) ?? []).filter((film) =>
        isSameFilm(film, value.facts),
      );
      const slug = requireNew(value, place, stored, same, met);
      const before = stored.get(slug) ?? same.find((film) => film.slug === slug);
      const film = mergeFilm(slug, value.facts, before);
      if (countFilm(film, before, place, run)) films.push(film);
    });
  }
  if (!run.dryRun) await ensureFilms(films);
}

/**
 * The address under which a film that no earlier line was about is, or is to be, stored.
 * @param same the films that have its title, year and directors
 */
function requireNew(
  { slug: given, facts }: NamedFilm,
  { line }: Place,
  stored: ReadonlyMap<string, Film>,
  same: readonly Film[],
  met: Met,
): string {
  // A film that got another address is met under the one that it has.
  const present = (slug: string) => stored.get(slug)?.slug ?? slug;
  const ownSlugs = same.map((film) => film.slug);
  const places = given === undefined ? [...ownSlugs, ...possibleSlugs(facts, keyOf(facts))] : [given];
  for (const slug of places) {
    const earlier = met.get(present(slug));
    if (earlier && (given !== undefined || isSameFilm(earlier.facts, facts))) {
      throw new RowError('an earlier line has this film', `line ${earlier.line}`);
    }
  }
  if (given === undefined && same.length > 1) {
    throw new RowError(
      'its title and year name several films',
      `add its directors, or one of the slugs ${ownSlugs.join(', ')}`,
    );
  }
  const isTaken = (slug: string) => met.has(present(slug));
  const slug =
    given ?? ownSlugs.find((own) => !isTaken(own)) ?? chooseSlug(facts, keyOf(facts), stored, isTaken);
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
