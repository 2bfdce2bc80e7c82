import { films } from './films';

/** More than a sitemap may hold (sitemaps.org: 50,000 addresses). */
const SLUGS_MAX = 45_000;

/** Every film's slug, in their order. One query, answered from the index on `_id` alone. */
export async function listFilmSlugs(): Promise<string[]> {
  const found = await (
    await films()
  )
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(SLUGS_MAX)
    .toArray();
  return found.map(({ _id }) => _id);
}
