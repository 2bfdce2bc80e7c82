import * as z from 'zod';
import type { SeedComment as DatedComment } from '../../../lib/comments/bulk';
import type { SeedDiscussion } from '../../../lib/comments/discussions';
import { commentIdSchema } from '../../../lib/comments/schema';
import { readData } from './read-data';

const HOUR_MS = 3_600_000;

/** What staff have done, and why. */
const moderationActSchema = z.strictObject({
  /** The name of one of the staff in `members.csv`. */
  by: z.string(),
  /** Before the seeding. */
  hoursAgo: z.number(),
  reason: z.string(),
});
type ModerationAct = z.infer<typeof moderationActSchema>;

const seedCommentSchema = z.strictObject({
  /** Of its own and for good: a second run finds by it what the first one wrote. */
  id: commentIdSchema,
  /** A slug. */
  film: z.string(),
  /** The id of a comment above, which is no reply itself. */
  replyTo: z.optional(commentIdSchema),
  /** The name of a person in `members.csv`. */
  by: z.string(),
  hoursAgo: z.number(),
  /** Markdown. */
  body: z.string(),
  spoiler: z.boolean().default(false),
  /** Its author has edited it. */
  editedHoursAgo: z.number().optional(),
  removed: moderationActSchema.optional(),
});

/** A comment without dates: who said what, how many hours before the seeding. */
export type SeedComment = z.infer<typeof seedCommentSchema>;

/** What members have said about the films, spread over the last weeks; replies below what they reply to. */
export const seedComments: readonly SeedComment[] = await readData('comments.ndjson', (line) =>
  seedCommentSchema.parse(line),
);

const closedDiscussionSchema = moderationActSchema.extend({ film: z.string() });
type ClosedDiscussion = z.infer<typeof closedDiscussionSchema>;

/** The films whose discussions staff have closed. */
export const closedDiscussions: readonly ClosedDiscussion[] = await readData(
  'closed-discussions.ndjson',
  (line) => closedDiscussionSchema.parse(line),
);

/**
 * Comments as the store takes them.
 *
 * @param userIds ids of Identity users by name; a comment by somebody else throws
 */
export function toComments(
  list: readonly SeedComment[],
  userIds: ReadonlyMap<string, string>,
  now: Date,
): DatedComment[] {
  return list.map(({ id, film, replyTo = null, by, hoursAgo, body, spoiler, editedHoursAgo, removed }) => {
    const authorId = userIds.get(by);
    if (!authorId) throw new Error(`${by} comments on ${film} but is not a member`);
    return {
      id,
      filmId: film,
      authorId,
      parentId: replyTo,
      body,
      spoiler,
      createdAt: hoursBefore(now, hoursAgo),
      editedAt: editedHoursAgo === undefined ? null : hoursBefore(now, editedHoursAgo),
      removal: removed ? toAct(removed, userIds, now) : null,
    };
  });
}

/** Closed discussions as the store takes them, of people and at hours as above. */
export function toClosedDiscussions(
  list: readonly ClosedDiscussion[],
  userIds: ReadonlyMap<string, string>,
  now: Date,
): SeedDiscussion[] {
  return list.map(({ film, ...act }) => ({ filmId: film, ...toAct(act, userIds, now) }));
}

function toAct(
  { by, hoursAgo, reason }: ModerationAct,
  userIds: ReadonlyMap<string, string>,
  now: Date,
): { reason: string; by: string; at: Date } {
  const id = userIds.get(by);
  if (!id) throw new Error(`${by} moderates but is not a member`);
  return { reason, by: id, at: hoursBefore(now, hoursAgo) };
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}

/** The first `count` comments on these films by these people; a reply only with what it replies to. */
export function selectComments(
  list: readonly SeedComment[],
  films: ReadonlySet<string>,
  people: ReadonlySet<string>,
  count: number,
): SeedComment[] {
  const taken = new Map<string, SeedComment>();
  for (const comment of list) {
    const { id, film, by, replyTo } = comment;
    if (taken.size === count) break;
    const isOfThread = replyTo === undefined || taken.has(replyTo);
    if (films.has(film) && people.has(by) && isOfThread) taken.set(id, comment);
  }
  return [...taken.values()];
}
