import { randomBytes } from 'node:crypto';
import { up } from '../../fixtures/programme-data';
import type { Site } from '../../fixtures/site';

/**
 * Puts `count` comments on a film of its own, about which nobody else talks, a minute apart, the newest a minute old:
 * `Remark 1` is the newest. Written straight into the site's database, because a member posts one in ten seconds.
 */
export async function writeManyComments(
  site: Site,
  filmId: string,
  authorIds: string[],
  count: number,
  /** Then they are answers to a comment of this member's. */
  repliedToId?: string,
): Promise<void> {
  process.env.MONGODB_URI = site.mongodbUri;
  const { ensureComments } = await import('../../../lib/comments/bulk');
  const { closeMongoClient } = await import('../../../lib/db/client');
  const { ensureFilms } = await import('../../../lib/films/films');
  await ensureFilms([{ ...up, slug: filmId, title: `Film of ${count} comments` }]);
  const now = Date.now();
  const said = (index: number, authorId: string, parentId: string | null, body: string) => ({
    id: randomBytes(12).toString('hex'),
    filmId,
    authorId,
    parentId,
    body,
    createdAt: new Date(now - (index + 1) * 60_000),
  });
  const first = repliedToId === undefined ? [] : [said(count, repliedToId, null, 'Ask me.')];
  const remarks = Array.from({ length: count }, (_, index) => {
    const authorId = String(authorIds[index % authorIds.length]);
    return said(index, authorId, first[0]?.id ?? null, `Remark ${index + 1}`);
  });
  await ensureComments([...first, ...remarks]);
  await closeMongoClient();
}
