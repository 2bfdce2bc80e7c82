import * as z from 'zod';
import { commentLength, normalizeBody } from '../comments/body';
import { COMMENT_MAX_LENGTH } from '../comments/schema';
import { nameLength, toDisplayName } from '../identity/name';
import type { MflixPeople } from './mflix-people';
import { RowError } from './row-error';

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
