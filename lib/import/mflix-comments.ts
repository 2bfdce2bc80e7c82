import { createHash } from 'node:crypto';
import * as z from 'zod';
import { COMMENT_MAX_LENGTH } from '../comments/schema';
import { toDisplayName } from '../identity/name';
import { normalizeText, textLength } from '../text';
import { RowError } from './errors';

/** The number of names held in memory; for other people, the names in their comments are used. */
const PEOPLE_MAX = 200_000;

const userSchema = z.object({ name: z.string(), email: z.string().min(1) });

/** Names of the people in the sample set, by a digest of their address; nothing is stored beyond the run. */
export class MflixPeople {
  readonly #names = new Map<string, string>();

  /** Takes a document of `users`. @returns whether it had been taken before. Throws `RowError`. */
  add(document: unknown): boolean {
    const user = userSchema.safeParse(document).data;
    const name = toDisplayName(user?.name);
    // An e-mail address instead of a name counts as no name.
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
 * Reads a comment of the sample set by the rules for posted ones: cleaned up the same way, but refused and not cut if
 * it is too long, because half a comment is not what somebody wrote. Posting limits do not apply. Throws `RowError`.
 */
export function readMflixComment(document: unknown, people: MflixPeople, now: Date): MflixComment {
  const comment = commentSchema.safeParse(document).data;
  if (!comment) throw new RowError('no document of comments', 'it has no ObjectId');
  const { _id, movie_id: sourceFilmId, date } = comment;
  if (!sourceFilmId) throw new RowError('no film', 'it has no movie_id');
  const body = normalizeText(comment.text ?? '', 'block');
  if (body === '') throw new RowError('no words');
  if (textLength(body) > COMMENT_MAX_LENGTH) {
    throw new RowError('too long', `${textLength(body)} of at most ${COMMENT_MAX_LENGTH} characters`);
  }
  if (!date) throw new RowError('no date');
  if (date > now) throw new RowError('dated in the future', date.toISOString().slice(0, 10));
  return { id: _id, sourceFilmId, authorName: readName(comment, people), body, createdAt: date };
}

/** The name in `users`, otherwise the one in the comment; never an e-mail address. */
function readName(
  { email, name }: { email?: string | null | undefined; name?: string | null | undefined },
  people: MflixPeople,
): string {
  const known = people.nameOf(email ?? '') ?? toDisplayName(name ?? '');
  if (known !== '' && !known.includes('@')) return known;
  throw new RowError('no name');
}
