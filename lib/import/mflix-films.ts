import { ensureFilms, filmsByAnySlug } from '../films/films';
import type { Film, NewFilm } from '../films/schema';
import { chooseSlug, possibleSlugs } from './film-address';
import { differences, mergeFilm } from './film-facts';
import { countFilm } from './import-films';
import { type ImportRun, type RowResult, takenValues, tryRow } from './import-run';
import { hashOfFacts, type ImportedFilm } from './imported-films';
import type { ImportedRecords } from './imported-records';
import type { MflixFilm } from './mflix-film';
import { RowError } from './row-error';
import type { Place } from './report';

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
 * Writes a batch of films and what they became. A film that the cinema had before is the same film, and keeps the facts
 * that the cinema gave it; one that came from here takes new facts when the source has new ones.
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
