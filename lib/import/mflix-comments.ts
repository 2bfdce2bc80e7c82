import { createHash } from 'node:crypto';
import * as z from 'zod';
import { commentLength, normalizeBody } from '../comments/body';
import { COMMENT_MAX_LENGTH } from '../comments/schema';
import { nameLength, toDisplayName } from '../identity/name';
import { RowError } from './errors';

/** Names in memory; of further people the names that stand in their comments are shown. */
const PEOPLE_MAX = 200_000;

const userSchema = z.object({ name: z.string(), email: z.string().min(1) });

/** What people of the sample set are called, by address. Holds digests in place of addresses, and forgets with the run. */
export class MflixPeople {
  readonly #names = new Map<string, string>();

  /** Takes a document of `users`. @returns whether it had been taken before. Throws `RowError`. */
  add(document: unknown): boolean {
    const user = userSchema.safeParse(document).data;
    const name = toDisplayName(user?.name);
    // An address in place of a name is none.
    if (!user || name === '' || name.includes('@')) throw new RowError('no name');
    const key = digest(user.email);
    const isKnown = this.#names.has(key);
    if (!isKnown && this.#names.size < PEOPLE_MAX) this.#names.set(key, name);
    return isKnown;
  }

  nameOf(email: string): string | undefined {
    return this.#names.get(digest(email));
  }
}

function digest(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64').slice(0, 16);
}

const idSchema = z.string().regex(/^[0-9a-f]{24}$/);

/** The address is read to find the commenter's name, and goes no further than this file. */
const commentSchema = z.object({
  _id: idSchema,
  movie_id: idSchema.nullish().catch(null),
  name: z.string().nullish().catch(null),
  email: z.string().nullish().catch(null),
  text: z.string().nullish().catch(null),
  date: z.date().nullish().catch(null),
});

export interface MflixComment {
  id: string;
  /** The film's id in the sample set. */
  sourceFilmId: string;
  authorName: string;
  body: string;
  createdAt: Date;
}

/**
 * A comment of the sample set by the rules of a posted one: tidied alike, and not cut when it is too long, because half
 * of what somebody said is not what they said. Pace and links are not limited: nobody posts. Throws `RowError`.
 */
export function readMflixComment(document: unknown, people: MflixPeople, now: Date): MflixComment {
  const comment = commentSchema.safeParse(document).data;
  if (!comment) throw new RowError('no document of comments', 'it has no ObjectId');
  const { _id, movie_id: sourceFilmId, date } = comment;
  if (!sourceFilmId) throw new RowError('no film', 'it has no movie_id');
  const body = normalizeBody(comment.text ?? '');
  if (body === '') throw new RowError('no words');
  if (commentLength(body) > COMMENT_MAX_LENGTH) {
    throw new RowError('too long', `${commentLength(body)} of at most ${COMMENT_MAX_LENGTH} characters`);
  }
  if (!date) throw new RowError('no date');
  if (date > now) throw new RowError('dated in the future', date.toISOString().slice(0, 10));
  return { id: _id, sourceFilmId, authorName: readName(comment, people), body, createdAt: date };
}

/** As `users` has it now, else as the comment has it. Never an address, however it came to stand where a name should. */
function readName(
  { email, name }: { email?: string | null | undefined; name?: string | null | undefined },
  people: MflixPeople,
): string {
  const known = people.nameOf(email ?? '') ?? toDisplayName(name ?? '');
  if (nameLength(known) > 0 && !known.includes('@')) return known;
  throw new RowError('no name');
}
