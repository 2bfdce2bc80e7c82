import * as z from 'zod/mini';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/parse-document';
import { env } from '../env';
import { ProblemError } from '../problem';
import { REASON_MAX_LENGTH, type Discussion, type DiscussionInput } from './schema';

/** What staff have said of a film's talk. A film without one has an open talk. */
const storedDiscussionSchema = z.object({
  state: z.enum(['open', 'closed']),
  reason: z.nullable(z.string()),
});

interface DiscussionDocument extends z.infer<typeof storedDiscussionSchema> {
  /** The film's slug. */
  _id: string;
  /** The id of the Identity user who has said so, and when. */
  by: string;
  at: Date;
}

/** The collection's door, for the domain's own files. */
export const discussions = defineCollection<DiscussionDocument>({
  name: 'talks',
  schema: {
    bsonType: 'object',
    required: ['_id', 'state', 'reason', 'by', 'at'],
    properties: {
      _id: { bsonType: 'string' },
      state: { enum: ['open', 'closed'] },
      reason: { bsonType: ['string', 'null'], maxLength: REASON_MAX_LENGTH },
      by: { bsonType: 'string' },
      at: { bsonType: 'date' },
    },
  },
  indexes: [],
});

/** What a page shows of a talk: the house's switch is above what staff say of one film. */
export function toDiscussion(closed: { reason: string | null } | null): Discussion {
  if (!env('COMMENTS_ENABLED')) return { state: 'off', reason: null };
  return closed ? { state: 'closed', reason: closed.reason } : { state: 'open', reason: null };
}

/** Throws `comments-disabled` (403) when the house has switched comments off. Asks nobody. */
export function requireCommentsEnabled(): void {
  if (env('COMMENTS_ENABLED')) return;
  const detail = 'Comments are turned off. We’ve kept your text, and you can still read all comments.';
  throw new ProblemError('comments-disabled', { detail });
}

/** Throws `discussion-closed` (403) when staff have closed the talk of this film. One query. */
export async function requireOpenDiscussion(filmId: string): Promise<void> {
  const document = await (await discussions()).findOne({ _id: filmId });
  const talk = document && parseDocument('talks', storedDiscussionSchema, document);
  if (talk?.state !== 'closed') return;
  const why = talk.reason ? ` The reason: ${talk.reason.replace(/(?<![.!?…])$/, '.')}` : '';
  const detail = `This film’s discussion is closed.${why} We’ve kept your text.`;
  throw new ProblemError('discussion-closed', { detail });
}

/** A closed talk, for the seed. */
export interface SeedDiscussion {
  filmId: string;
  reason: string;
  by: string;
  at: Date;
}

/** Closes discussions of which staff have said nothing yet; what they have said stays. */
export async function seedClosedDiscussions(list: readonly SeedDiscussion[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ filmId, ...closed }) => {
    const document = { state: 'closed' as const, ...closed };
    return { updateOne: { filter: { _id: filmId }, update: { $setOnInsert: document }, upsert: true } };
  });
  await (await discussions()).bulkWrite(writes, { ordered: false });
}

/** Closes or opens the talk of a film, for everybody. The film is the caller's to check. */
export async function setDiscussionState(
  filmId: string,
  input: DiscussionInput,
  by: string,
  at: Date,
): Promise<Discussion> {
  const { state, reason = null } = input;
  const said = { $set: { state, reason, by, at } };
  await (await discussions()).updateOne({ _id: filmId }, said, { upsert: true });
  return toDiscussion(state === 'closed' ? { reason } : null);
}
