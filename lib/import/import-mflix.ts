import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { importComments } from '../comments/bulk';
import { ImportError, RowError } from './errors';
import { importRows, type ImportRun, inBatches, type RowResult, takenValues, tryRow } from './import-run';
import { type ImportedRecords, recordsInMemory, storedRecords } from './imported-films';
import { type MflixComment, MflixPeople, readMflixComment } from './mflix-comments';
import { readMflixFilm, writeMflixFilms } from './mflix-films';
import { readJson } from './read-json';
import { fileChunks } from './read-rows';

const BATCH_SIZE = 500;

/**
 * `import mflix DIR`: the films and comments of MongoDB's sample set `sample_mflix`, in the order in which they need
 * each other: names, films, comments. Throws `ImportError` when there is no `movies.json`.
 */
export async function importMflix(directory: string, run: ImportRun): Promise<void> {
  const records = run.dryRun ? recordsInMemory() : storedRecords;
  const movies = await findFile(directory, 'movies');
  if (!movies)
    throw new ImportError(`There is no movies.json in ${directory}: name the folder that holds it.`);
  const people = await readPeople(await findFile(directory, 'users'), run);
  await readFilms(movies, records, run);
  const comments = await findFile(directory, 'comments');
  if (comments) await readComments(comments, people, records, run);
}

/** As `mongoexport` is usually told to name it, or as Compass names it. */
async function findFile(directory: string, collection: string): Promise<string | null> {
  for (const name of [`${collection}.json`, `sample_mflix.${collection}.json`]) {
    const file = join(directory, name);
    const isFile = await stat(file).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFile) return file;
  }
  return null;
}

function documentsOf(file: string, run: ImportRun): ReturnType<typeof readJson> {
  return readJson(fileChunks(file, (count) => run.progress.addBytes(count)));
}

/** Nothing is stored of them. */
async function readPeople(file: string | null, run: ImportRun): Promise<MflixPeople> {
  const people = new MflixPeople();
  if (!file) return people;
  const results = importRows(file, run, documentsOf(file, run), (document) => people.add(document));
  for await (const row of results) {
    tryRow(run.report, 'people', row, (isKnown) => {
      if (isKnown) throw new RowError('an earlier one has this address');
      run.report.count('people', 'unchanged');
    });
  }
  return people;
}

async function readFilms(file: string, records: ImportedRecords, run: ImportRun): Promise<void> {
  const films = importRows(file, run, documentsOf(file, run), (document) => readMflixFilm(document, run.now));
  for await (const batch of inBatches(films, BATCH_SIZE)) await writeMflixFilms(batch, records, run);
}

async function readComments(
  file: string,
  people: MflixPeople,
  records: ImportedRecords,
  run: ImportRun,
): Promise<void> {
  const comments = importRows(file, run, documentsOf(file, run), (document) =>
    readMflixComment(document, people, run.now),
  );
  for await (const batch of inBatches(comments, BATCH_SIZE)) await writeComments(batch, records, run);
}

async function writeComments(
  batch: RowResult<MflixComment>[],
  records: ImportedRecords,
  run: ImportRun,
): Promise<void> {
  const { report, dryRun } = run;
  const films = await records.bySource(takenValues(batch).map(({ sourceFilmId }) => sourceFilmId));
  const met = new Set<string>();
  const list = batch.flatMap((row) => {
    const taken = tryRow(report, 'comments', row, ({ sourceFilmId, ...comment }) => {
      const film = films.get(sourceFilmId);
      if (!film) throw new RowError('its film is not here');
      if (met.has(comment.id)) throw new RowError('an earlier one has this _id');
      met.add(comment.id);
      const guest = { authorId: null, parentId: null, spoiler: false };
      return { ...comment, ...guest, filmId: film.filmId };
    });
    return taken ? [taken] : [];
  });
  const counts = await importComments(list, { dryRun });
  report.count('comments', 'new', counts.new);
  report.count('comments', 'changed', counts.changed);
  report.count('comments', 'unchanged', counts.unchanged);
}
