import { createHash } from 'node:crypto';
import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { ProblemError } from '../problem';
import { COMMENT_PAUSE_SECONDS } from './schema';

interface Posting {
  writer: PostingUser;
  commentId: string;
  body: string;
  now: Date;
}

/**
 * Takes all the turns of one comment, does the work, and gives the turns back when the work is refused: only a comment
 * takes a turn. All of them belong to the comment's id, so the same request sent again takes none twice. What fails
 * otherwise keeps its turns, because the comment may stand there; the same request may come again for it.
 */
export async function withPostingLimits<T>(posting: Posting, work: () => Promise<T>): Promise<T> {
  const { writer, commentId, body, now } = posting;
  const words = { authorId: writer.id, body, commentId };
  const turns = [
    {
      take: () => consumePostInterval(writer.id, commentId, now),
      giveBack: () => refundPostInterval(writer.id, commentId),
    },
    { take: () => reserveBody(words, now), giveBack: () => releaseBody(words) },
    {
      take: () => consumeNewAccountQuota(writer, commentId, now),
      giveBack: () => refundNewAccountQuota(writer, commentId),
    },
  ];
  const taken: typeof turns = [];
  try {
    for (const turn of turns) {
      await turn.take();
      taken.push(turn);
    }
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) await Promise.all(taken.map((turn) => turn.giveBack()));
    throw error;
  }
}

/**
 * Takes a member's turn to post, for the request of this key; the same request may come again. Throws `posting-too-fast` (429)
 * less than the pause after the turn before.
 */
export async function consumePostInterval(authorId: string, key: string, now: Date): Promise<void> {
  const nextAt = await takeTurn({ id: authorId, key }, COMMENT_PAUSE_SECONDS, now);
  if (!nextAt) return;
  const retryAfterSeconds = secondsUntil(nextAt, now, COMMENT_PAUSE_SECONDS);
  throw new ProblemError('posting-too-fast', { detail: formatPause(retryAfterSeconds), retryAfterSeconds });
}

/** After a refusal, so that nobody waits for having said nothing. */
export async function refundPostInterval(authorId: string, key: string): Promise<void> {
  await giveTurnBack({ id: authorId, key });
}

const SAME_WORDS_SECONDS = 6 * 60;

interface Words {
  authorId: string;
  body: string;
  /** Whose words they are: a comment may be edited back to what it was. */
  commentId: string;
}

/** Takes these words for one comment of a member. Throws `duplicate-comment` (429) when another has had them six minutes before. */
export async function reserveBody(words: Words, now: Date): Promise<void> {
  const nextAt = await takeTurn(toTurn(words), SAME_WORDS_SECONDS, now);
  if (!nextAt) return;
  const retryAfterSeconds = secondsUntil(nextAt, now, SAME_WORDS_SECONDS);
  const wait = formatWait(retryAfterSeconds);
  const detail = `You posted this already. Change it, or wait ${wait}. We’ve kept your text.`;
  throw new ProblemError('duplicate-comment', { detail, retryAfterSeconds });
}

export async function releaseBody(words: Words): Promise<void> {
  await giveTurnBack(toTurn(words));
}

function toTurn({ authorId, body, commentId }: Words): { id: string; key: string } {
  const hash = createHash('sha256')
    .update(`${authorId}\n${normalizeForComparison(body)}`)
    .digest('base64url');
  return { id: `words:${hash}`, key: commentId };
}

/**
 * What makes two texts the same for a reader: letters and digits, whatever their case, width and accents are made of and
 * whatever stands between them. A text without any, such as emoji alone, is what it is.
 */
export function normalizeForComparison(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return folded || text.replace(/\s+/gu, ' ').trim();
}

const DAY_SECONDS = 24 * 60 * 60;
const FIRST_DAY_COMMENTS = 20;

/** What an account has posted on its first day: one document a member, gone after the day. */
interface FirstDayDocument {
  _id: string;
  commentIds: string[];
  endsAt: Date;
}

const firstDays = defineCollection<FirstDayDocument>({
  name: 'comment-first-days',
  schema: {
    bsonType: 'object',
    required: ['_id', 'commentIds', 'endsAt'],
    properties: {
      _id: { bsonType: 'string' },
      commentIds: { bsonType: 'array', maxItems: FIRST_DAY_COMMENTS, items: { bsonType: 'string' } },
      endsAt: { bsonType: 'date' },
    },
  },
  // Only tidies up: who is older than a day is not looked up here.
  indexes: [{ name: 'tidy', key: { endsAt: 1 }, expireAfterSeconds: 0 }],
});

/** Who posts: as Identity said of them just now. */
export interface PostingUser {
  id: string;
  /** When the account was made; unknown counts as now. */
  createdAt: Date | null;
}

/**
 * Counts a comment of an account that is younger than a day, in one conditional write: it matches while there is room, or
 * when the comment is counted already; else its upsert collides. Throws `new-account-limit` (429).
 */
export async function consumeNewAccountQuota(
  writer: PostingUser,
  commentId: string,
  now: Date,
): Promise<void> {
  const endsAt = new Date((writer.createdAt ?? now).getTime() + DAY_SECONDS * 1000);
  if (endsAt <= now) return;
  const room = { commentIds: { $not: { $size: FIRST_DAY_COMMENTS } } };
  const free = { _id: writer.id, $or: [room, { commentIds: commentId }] };
  const update = { $addToSet: { commentIds: commentId }, $setOnInsert: { endsAt } };
  const collection = await firstDays();
  const take = () => collection.updateOne(free, update, { upsert: true });
  try {
    // Two first comments at once: the second insert collides, and finds the document when it tries again.
    await take().catch((error: unknown) => {
      if (isDuplicateKey(error)) return take();
      throw error;
    });
  } catch (error) {
    throw isDuplicateKey(error) ? tooMany(secondsUntil(endsAt, now, DAY_SECONDS)) : error;
  }
}

export async function refundNewAccountQuota(writer: PostingUser, commentId: string): Promise<void> {
  const counted = { _id: writer.id, commentIds: commentId };
  await (await firstDays()).updateOne(counted, { $pull: { commentIds: commentId } });
}

function tooMany(retryAfterSeconds: number): ProblemError {
  const wait = formatWait(retryAfterSeconds);
  const detail = `New accounts can post ${FIRST_DAY_COMMENTS} comments on their first day. Yours is a day old in ${wait}. We’ve kept your text.`;
  return new ProblemError('new-account-limit', { detail, retryAfterSeconds });
}

/** What one member does once in a while, and which request has the present turn. */
interface TurnDocument {
  _id: string;
  nextAt: Date;
  /** A word that only this request, and the same one sent again, has. */
  key: string;
}

const turns = defineCollection<TurnDocument>({
  name: 'comment-paces',
  schema: {
    bsonType: 'object',
    required: ['_id', 'nextAt', 'key'],
    properties: {
      _id: { bsonType: 'string' },
      nextAt: { bsonType: 'date' },
      key: { bsonType: 'string' },
    },
  },
  // Only tidies up: a turn whose time is over is free, whether its document is there or not.
  indexes: [{ name: 'tidy', key: { nextAt: 1 }, expireAfterSeconds: 0 }],
});

interface Turn {
  /** What there is one turn of. */
  id: string;
  key: string;
}

/**
 * Takes a turn in one conditional write: it matches when the time of the last one is over, or when the same request comes
 * again; when it does not match, the upsert collides with the document that is there.
 *
 * @returns null when it was taken, else when the next one may be
 */
async function takeTurn({ id, key }: Turn, seconds: number, now: Date): Promise<Date | null> {
  const free = { _id: id, $or: [{ nextAt: { $lte: now } }, { key }] };
  const nextAt = new Date(now.getTime() + seconds * 1000);
  const collection = await turns();
  for (;;) {
    try {
      await collection.updateOne(free, { $set: { nextAt, key } }, { upsert: true });
      return null;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const taken = await collection.findOne({ _id: id });
    if (taken?.key === key) return null; // the same request, a moment earlier
    if (taken) return taken.nextAt;
    // Given back in this very moment: the turn is free.
  }
}

/** Gives a turn back after a refusal, so that nobody waits for having said nothing. */
async function giveTurnBack({ id, key }: Turn): Promise<void> {
  await (await turns()).deleteOne({ _id: id, key });
}

/** How to say that a member must wait `waitSeconds` (1 to the whole pause) before the next comment. */
export function formatPause(waitSeconds: number): string {
  const ago = COMMENT_PAUSE_SECONDS - waitSeconds;
  const posted = ago < 1 ? 'a moment ago' : ago === 1 ? '1 second ago' : `${ago} seconds ago`;
  const wait = ago < 1 ? `${waitSeconds} seconds` : `${waitSeconds} more`;
  return `You posted ${posted}. Wait ${wait}, then post. We’ve kept your text.`;
}

/** A time to wait: `40 seconds`, `6 minutes`, `23 hours`, never shorter than it is. */
export function formatWait(seconds: number): string {
  if (seconds < 100) return formatCount(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? formatCount(minutes, 'minute') : formatCount(Math.ceil(minutes / 60), 'hour');
}

function formatCount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Whole seconds until `nextAt`, at least one and at most `atMost`, also when two servers' clocks differ. */
export function secondsUntil(nextAt: Date, now: Date, atMost: number): number {
  const seconds = Math.ceil((nextAt.getTime() - now.getTime()) / 1000);
  return Math.min(Math.max(seconds, 1), atMost);
}
