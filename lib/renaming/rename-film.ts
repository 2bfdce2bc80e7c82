import { moveComments } from '../comments/bulk';
import { inTransaction } from '../db/transaction';
import { moveFilm } from '../films/move-film';
import { slugSchema } from '../films/schema';
import { ProblemError } from '../problem';
import { moveScreenings } from '../screenings/move-screenings';

/**
 * Gives a film a new address, with its screenings and everything that was said under it, in one transaction. The old
 * address leads on to the new one. A comment that was on its way meanwhile is fetched after it.
 *
 * Throws `invalid` (422), `not-found` (404), and `conflict` (409) for an address that is or was another film's.
 */
export async function renameFilm(from: string, to: string): Promise<void> {
  for (const slug of [from, to]) requireSlug(slug);
  if (from === to) return;
  await inTransaction(async (session) => {
    await moveFilm(from, to, session);
    await moveScreenings(from, to, session);
    await moveComments(from, to, session);
  });
  await inTransaction((session) => moveComments(from, to, session));
}

function requireSlug(slug: string): void {
  const checked = slugSchema.safeParse(slug);
  if (checked.success) return;
  const message = checked.error.issues[0]?.message ?? '';
  throw new ProblemError('invalid', { detail: message, errors: [{ path: 'slug', message }] });
}
