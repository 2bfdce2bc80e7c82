import type { NewFilm } from '../../../lib/films/schema';
import { up } from '../../fixtures/programme-data';
import type { Site } from '../../fixtures/site';

/** Puts a film of a test's own straight into the site's database. Pages that were asked for before may know it later. */
export async function writeFilm(site: Site, facts: Partial<NewFilm> & { slug: string }): Promise<void> {
  process.env.MONGODB_URI = site.mongodbUri;
  const { closeMongoClient } = await import('../../../lib/db/client');
  const { ensureFilms } = await import('../../../lib/films/films');
  await ensureFilms([{ ...up, ...facts }]);
  await closeMongoClient();
}
