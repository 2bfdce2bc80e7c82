import { randomBytes } from 'node:crypto';
import { up } from '../fixtures/house';
import type { Site } from '../fixtures/site';

/**
 * Puts `count` comments on a film of its own, about which nobody else talks, a minute apart, the newest a minute old:
 * `Remark 1` is the newest. Written straight into the site's database, because a member posts one in ten seconds.
 */
export async function writeManyComments(
  site: Site,
  filmId: string,
  authorIds: string[],
  count: number,
): Promise<void> {
  process.env.MONGODB_URI = site.mongodbUri;
  const { ensureComments } = await import('../../lib/comments/ensure-comments');
  const { closeMongoClient } = await import('../../lib/db/client');
  const { ensureFilms } = await import('../../lib/films/films');
  await ensureFilms([{ ...up, slug: filmId, title: `Film of ${count} comments` }]);
  const now = Date.now();
  await ensureComments(
    Array.from({ length: count }, (_, index) => ({
      id: randomBytes(12).toString('hex'),
      filmId,
      authorId: String(authorIds[index % authorIds.length]),
      parentId: null,
      body: `Remark ${index + 1}`,
      createdAt: new Date(now - (index + 1) * 60_000),
    })),
  );
  await closeMongoClient();
}
