import type { Transaction } from '../db/transaction';
import { ProblemError } from '../problem';
import { films, noFilm } from './films';

/**
 * Gives a film another slug, and keeps the old one as an address that redirects. It may return to a slug that it had
 * before. Throws `not-found` (404), and `conflict` (409) for a slug that is or was another film's.
 */
export async function moveFilm(from: string, to: string, session: Transaction): Promise<void> {
  const collection = await films();
  const film = await collection.findOne({ _id: from }, { session });
  if (!film) throw noFilm();
  const [owner, formerOwner] = [
    await collection.findOne({ _id: to }, { session }),
    await collection.findOne({ formerSlugs: to, _id: { $ne: from } }, { session }),
  ];
  if (owner ?? formerOwner) {
    const detail = `/films/${to} is, or was, the address of another film. Choose another one.`;
    throw new ProblemError('conflict', { detail });
  }
  const formerSlugs = [...(film.formerSlugs ?? []).filter((slug) => slug !== to), from];
  await collection.deleteOne({ _id: from }, { session });
  await collection.insertOne({ ...film, _id: to, formerSlugs }, { session });
}
