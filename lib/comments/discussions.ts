import * as z from 'zod/mini';
import { database } from '../db/client';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import type { Transaction } from '../db/transaction';
import { env } from '../env';
import { ProblemError } from '../problem';
import { FORMER_DISCUSSIONS, withFormerDiscussion } from './former-names';
import { REASON_MAX_LENGTH, type Discussion, type DiscussionInput } from './schema';

/** The state of a film's discussion. Without a document it is open. */
const storedDiscussionSchema = z.object({
  state: z.enum(['open', 'closed']),
  reason: z.nullable(z.string()),
});

export interface DiscussionDocument extends z.infer<typeof storedDiscussionSchema> {
  /** The film's slug. */
  _id: string;
  /** The id of the staff member who changed it, and when. */
  changedBy: string;
  changedAt: Date;
}

/** For the domain's own files. */
export const discussions = defineCollection<DiscussionDocument>({
  name: 'discussions',
  schema: {
    bsonType: 'object',
    required: ['_id', 'state', 'reason', 'changedBy', 'changedAt'],
    properties: {
      _id: { bsonType: 'string' },
      state: { enum: ['open', 'closed'] },
      reason: { bsonType: ['string', 'null'], maxLength: REASON_MAX_LENGTH },
      changedBy: { bsonType: 'string' },
      changedAt: { bsonType: 'date' },
    },
  },
  indexes: [],
});

/** The state that a page shows: turning off comments on the whole site comes before closing one film's discussion. */
export function toDiscussion(closed: { reason: string | null } | null): Discussion {
  if (!env('COMMENTS_ENABLED')) return { state: 'off', reason: null };
  return closed ? { state: 'closed', reason: closed.reason } : { state: 'open', reason: null };
}

/** Throws `comments-disabled` (403) if comments are turned off. No query. */
export function requireCommentsEnabled(): void {
  if (env('COMMENTS_ENABLED')) return;
  const detail = 'Comments are turned off. We’ve kept your text, and you can still read all comments.';
  throw new ProblemError('comments-disabled', { detail });
}

/** Throws `discussion-closed` (403) if staff have closed this film's discussion. One query. */
export async function requireOpenDiscussion(filmId: string): Promise<void> {
  requireOpen(await findDiscussion(filmId));
}

/** The same for a document that was read already; null when staff have said nothing. */
export function requireOpen(document: DiscussionDocument | null): void {
  const said = document && parseDocument('discussions', storedDiscussionSchema, document);
  if (said?.state !== 'closed') return;
  const why = said.reason ? ` The reason: ${said.reason.replace(/(?<![.!?…])$/, '.')}` : '';
  const detail = `This film’s discussion is closed.${why} We’ve kept your text.`;
  throw new ProblemError('discussion-closed', { detail });
}

/** The current state of a film's discussion: aggregation stages on `discussions`. */
export function discussionPipeline(filmId: string): Record<string, unknown>[] {
  const last = [{ $sort: { changedAt: -1 } }, { $limit: 1 }];
  return [{ $match: { _id: filmId } }, withFormerDiscussion(filmId), ...last];
}

async function findDiscussion(filmId: string, session?: Transaction): Promise<DiscussionDocument | null> {
  const found = (await discussions()).aggregate<DiscussionDocument>(
    discussionPipeline(filmId),
    session && { session },
  );
  return found.next();
}

/** A closed discussion, for the seed. */
export interface SeedDiscussion {
  filmId: string;
  reason: string;
  by: string;
  at: Date;
}

/** Closes discussions that have no state yet; existing states stay. */
export async function seedClosedDiscussions(list: readonly SeedDiscussion[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ filmId, reason, by, at }) => {
    const document = { state: 'closed' as const, reason, changedBy: by, changedAt: at };
    return { updateOne: { filter: { _id: filmId }, update: { $setOnInsert: document }, upsert: true } };
  });
  await (await discussions()).bulkWrite(writes, { ordered: false });
}

/** Closes or opens a film's discussion. The caller checks that the film exists. `isChanged`: it was otherwise before. */
export async function setDiscussionState(
  filmId: string,
  input: DiscussionInput,
  changedBy: string,
  changedAt: Date,
): Promise<{ discussion: Discussion; isChanged: boolean }> {
  const { state, reason = null } = input;
  const before = await findDiscussion(filmId);
  const said = { $set: { state, reason, changedBy, changedAt } };
  await (await discussions()).updateOne({ _id: filmId }, said, { upsert: true });
  const isChanged = (before?.state ?? 'open') !== state || (before?.reason ?? null) !== reason;
  return { discussion: toDiscussion(state === 'closed' ? { reason } : null), isChanged };
}

/** Moves the state of a film's discussion to another slug, which has none yet. */
export async function moveDiscussion(from: string, to: string, session: Transaction): Promise<void> {
  const found = await findDiscussion(from, session);
  if (!found) return;
  const { _id, ...said } = found;
  const collection = await discussions();
  await collection.deleteOne({ _id }, { session });
  await (await database()).collection<{ _id: string }>(FORMER_DISCUSSIONS).deleteOne({ _id }, { session });
  await collection.replaceOne({ _id: to }, said, { upsert: true, session });
}
