import * as z from 'zod';
import { ensureFilms, filmsByAnySlug } from '../films/films';
import type { Film, NewFilm } from '../films/schema';
import { distinct } from './cells';
import { RowError } from './errors';
import {
  differences,
  type FilmFacts,
  mergeFilm,
  requireFilmYear,
  requireRuntime,
  toCountries,
  toGenres,
} from './film-facts';
import { chooseSlug, possibleSlugs } from './film-slug';
import { countFilm } from './import-films';
import { type ImportRun, type RowResult, takenValues, tryRow } from './import-run';
import { hashOfFacts, type ImportedFilm, type ImportedRecords } from './imported-films';
import { plainLine, plainText } from './plain-text';
import type { Place } from './report';

/** 24 hex digits, as an ObjectId is read. */
const idSchema = z.string().regex(/^[0-9a-f]{24}$/);
const words = z.array(z.string()).nullish().catch(null);

/** What is taken of a document of `movies`; other people's ratings, votes and posters are not. */
const movieSchema = z.object({
  _id: idSchema,
  type: z.string().nullish().catch(null),
  title: z.union([z.string(), z.number()]).nullish().catch(null),
  year: z.union([z.string(), z.number()]).nullish().catch(null),
  released: z.date().nullish().catch(null),
  runtime: z.number().nullish().catch(null),
  directors: words,
  cast: words,
  genres: words,
  countries: words,
  languages: words,
  plot: z.string().nullish().catch(null),
  fullplot: z.string().nullish().catch(null),
});

export interface MflixFilm {
  sourceId: string;
  facts: FilmFacts;
}

/** A film of the sample set as the cinema would have it. Throws `RowError`. */
export function readMflixFilm(document: unknown, now: Date): MflixFilm {
  const movie = movieSchema.safeParse(document).data;
  if (!movie) throw new RowError('no document of movies', 'it has no ObjectId');
  const { type, title, released, runtime } = movie;
  if (type && type !== 'movie') throw new RowError('not a film', `its type is ${plainLine(type)}`);
  const name = plainLine(String(title ?? ''));
  if (name === '') throw new RowError('no title');
  if (!runtime) throw new RowError('no running time');
  return {
    sourceId: movie._id,
    facts: {
      title: name,
      year: readYear(movie.year, released, now),
      releaseDate: toDay(released),
      runtimeMinutes: requireRuntime(Math.round(runtime)),
      directors: names(movie.directors),
      cast: names(movie.cast),
      genres: toGenres(names(movie.genres)),
      countries: toCountries(names(movie.countries)),
      languages: names(movie.languages),
      synopsis: chooseSynopsis(movie.fullplot ?? '', movie.plot ?? ''),
    },
  };
}

/** Some years come as text with something after them; without one, the release date has it. */
function readYear(
  year: string | number | null | undefined,
  released: Date | null | undefined,
  now: Date,
): number {
  const first = /^\s*(\d{4})/.exec(String(year ?? ''))?.[1];
  if (first) return requireFilmYear(Number(first), now);
  if (released) return requireFilmYear(released.getUTCFullYear(), now);
  throw new RowError('no year', 'neither a year nor a release date');
}

/** Dates of the set are midnights in UTC. */
function toDay(released: Date | null | undefined): string | null {
  const day = released?.toISOString().slice(0, 10);
  return day && /^\d{4}-/.test(day) ? day : null;
}

function names(list: readonly string[] | null | undefined): string[] {
  return distinct((list ?? []).map(plainLine));
}

const SYNOPSIS_MAX_LENGTH = 600;

/**
 * The long plot if it is short enough, otherwise as many of its sentences as fit. The short plot comes last, because
 * it is often cut in the middle of a sentence.
 */
export function chooseSynopsis(fullPlot: string, plot: string): string {
  const whole = plainText(fullPlot);
  if (whole.length > 0 && whole.length <= SYNOPSIS_MAX_LENGTH) return whole;
  const sentences = whole.match(/[^.!?]+[.!?]+["”’)]*\s*/g) ?? [];
  let opening = '';
  for (const sentence of sentences) {
    if ((opening + sentence).trimEnd().length > SYNOPSIS_MAX_LENGTH) break;
    opening += sentence;
  }
  return opening.trim() || plainText(plot);
}

/** What a batch knows of the cinema before it writes. */
interface Known {
  /** Records by source id, and by slug. */
  bySource: Map<string, ImportedFilm>;
  byFilm: Map<string, ImportedFilm>;
  stored: Map<string, Film>;
}

interface Settled {
  record: ImportedFilm | null;
  /** To be written, null for nothing. */
  film: NewFilm | null;
}

/**
 * Writes a batch of films and records what became of each. A film that the cinema had before keeps its facts; an
 * imported one is updated if the source has changed.
 */
export async function writeMflixFilms(
  batch: RowResult<MflixFilm>[],
  records: ImportedRecords,
  run: ImportRun,
): Promise<void> {
  const rows = takenValues(batch);
  const bySource = await records.bySource(rows.map(({ sourceId }) => sourceId));
  const slugs = rows.flatMap(
    ({ sourceId, facts }) => bySource.get(sourceId)?.filmId ?? possibleSlugs(facts, sourceId),
  );
  const [stored, byFilm] = await Promise.all([filmsByAnySlug(slugs), records.byFilm(slugs)]);
  const known = { bySource, byFilm, stored };
  const met = new Set<string>();
  const settled = batch.flatMap((row) => {
    const one = tryRow(run.report, 'films', row, (value) => {
      if (met.has(value.sourceId)) throw new RowError('an earlier one has this _id');
      met.add(value.sourceId);
      return settle(value, known, row.place, run);
    });
    return one ? [one] : [];
  });
  // Films first: a record of a film that is not there would be worse than a film without one, which the next run finds.
  if (!run.dryRun) await ensureFilms(settled.flatMap(({ film }) => film ?? []));
  await records.save(settled.flatMap(({ record }) => record ?? []));
}

function settle(film: MflixFilm, known: Known, place: Place, run: ImportRun): Settled {
  const record = known.bySource.get(film.sourceId);
  const before = record && known.stored.get(record.filmId);
  if (before) return renew(film, record, before, place, run);
  return admit(film, known, place, run);
}

/** A film of an earlier run, which may have got another address since. */
function renew(
  { facts }: MflixFilm,
  record: ImportedFilm,
  before: Film,
  place: Place,
  run: ImportRun,
): Settled {
  const factsHash = hashOfFacts(facts);
  const isSettled = record.ofHouse || record.factsHash === factsHash;
  const film = isSettled ? before : mergeFilm(before.slug, facts, before);
  const isWritten = countFilm(film, before, place, run);
  const isNamed = isSettled && record.filmId === before.slug;
  return {
    record: isNamed ? null : { ...record, factsHash, filmId: before.slug },
    film: isWritten ? film : null,
  };
}

/** A film that no run has seen; the cinema may have it all the same. */
function admit({ sourceId, facts }: MflixFilm, known: Known, place: Place, run: ImportRun): Settled {
  const { stored, byFilm } = known;
  const isTaken = (slug: string) => byFilm.has(slug) && byFilm.get(slug)?.sourceId !== sourceId;
  const chosen = chooseSlug(facts, sourceId, stored, isTaken);
  const before = stored.get(chosen);
  const film = mergeFilm(chosen, facts, before);
  const ofHouse = before !== undefined && differences(before, film).length > 0;
  const isWritten = countFilm(ofHouse ? before : film, before, place, run);
  const record = { sourceId, filmId: film.slug, factsHash: hashOfFacts(facts), ofHouse };
  byFilm.set(film.slug, record);
  return { record, film: isWritten ? film : null };
}
