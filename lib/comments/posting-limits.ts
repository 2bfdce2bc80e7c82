import { createHash } from 'node:crypto';
import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { ProblemError } from '../problem';
import { formatWait } from '../rate-limit/rate-limit';
import { normalizeForComparison } from '../text';
import { COMMENT_PAUSE_SECONDS } from './schema';

const DUPLICATE_SECONDS = 6 * 60;
const NEW_ACCOUNT_SECONDS = 24 * 60 * 60;
const NEW_ACCOUNT_COMMENTS = 20;
/** More texts than anybody posts or edits in `DUPLICATE_SECONDS`. */
const BODIES_REMEMBERED = 40;

/** What a member posted lately: one document a member, gone when none of it counts any more. */
interface PostingLimitsDocument {
  _id: string;
  /** The last comments, oldest first. */
  posts: { commentId: string; at: Date }[];
  /** The last texts, of edits too. */
  bodies: { commentId: string; hash: string; at: Date }[];
  expiresAt: Date;
}

const postingLimits = defineCollection<PostingLimitsDocument>({
  name: 'posting-limits',
  schema: {
    bsonType: 'object',
    required: ['_id', 'expiresAt'],
    properties: {
      _id: { bsonType: 'string' },
      posts: { bsonType: 'array', maxItems: NEW_ACCOUNT_COMMENTS },
      bodies: { bsonType: 'array', maxItems: BODIES_REMEMBERED },
      expiresAt: { bsonType: 'date' },
    },
  },
  // Only tidies up: every entry has its own time.
  indexes: [{ name: 'expiry', key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
});

/** The user who posts, as Identity has just confirmed them. */
export interface PostingUser {
  id: string;
  /** When the account was made; unknown counts as now. */
  createdAt: Date | null;
}

/** A new text for an existing comment. */
interface Editing {
  authorId: string;
  commentId: string;
  body: string;
  now: Date;
}

/** A new comment. */
interface Posting extends Omit<Editing, 'authorId'> {
  author: PostingUser;
}

type Text = Pick<Editing, 'commentId' | 'body' | 'now'>;

/**
 * Counts a new comment against its author's limits, does the work, and refunds what was counted if the work is
 * refused. Everything belongs to the comment's id, so the same request is counted once. After any other failure it
 * stays counted, because the comment may be stored; the request may be repeated. Throws `posting-too-fast`,
 * `duplicate-comment` and `new-account-limit` (429).
 */
export async function withPostingLimits<T>(posting: Posting, work: () => Promise<T>): Promise<T> {
  const { author, commentId, now } = posting;
  const rules = [postedAlready(posting), pauseRule(posting), duplicateRule(posting), newAccountRule(posting)];
  const body = bodyEntry(posting);
  const $push = {
    posts: { $each: [{ commentId, at: now }], $slice: -NEW_ACCOUNT_COMMENTS },
    bodies: { $each: [{ ...body, at: now }], $slice: -BODIES_REMEMBERED },
  };
  await take(author.id, rules, { $push, $max: { expiresAt: inSeconds(now, NEW_ACCOUNT_SECONDS) } });
  return refundIfRefused(work, author.id, { posts: { commentId }, bodies: body });
}

/** The same for an edit, of which the text alone counts. Throws `duplicate-comment` (429). */
export async function withEditLimits<T>(editing: Editing, work: () => Promise<T>): Promise<T> {
  const { authorId, now } = editing;
  const body = bodyEntry(editing);
  const $push = { bodies: { $each: [{ ...body, at: now }], $slice: -BODIES_REMEMBERED } };
  const $max = { expiresAt: inSeconds(now, DUPLICATE_SECONDS) };
  await take(authorId, [duplicateRule(editing)], { $push, $max });
  return refundIfRefused(work, authorId, { bodies: body });
}

interface Push {
  posts?: { $each: PostingLimitsDocument['posts']; $slice: number };
  bodies: { $each: PostingLimitsDocument['bodies']; $slice: number };
}

/**
 * One conditional write. It matches while all rules allow it; otherwise its upsert collides with the existing
 * document, which says why.
 */
async function take(
  authorId: string,
  rules: readonly Rule[],
  update: { $push: Push; $max: { expiresAt: Date } },
): Promise<void> {
  const collection = await postingLimits();
  for (;;) {
    try {
      await collection.updateOne({ _id: authorId, $and: rules.map(({ allows }) => allows) }, update, {
        upsert: true,
      });
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const document = await collection.findOne({ _id: authorId });
    for (const { explain } of document ? rules : []) {
      const reason = explain({ posts: [], bodies: [], ...document });
      if (reason === 'counted') return;
      if (reason) throw reason;
    }
    // Two first comments at once, or one was given back in this very moment: now there is room.
  }
}

async function refundIfRefused<T>(
  work: () => Promise<T>,
  authorId: string,
  $pull: { posts?: { commentId: string }; bodies: { commentId: string; hash: string } },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) await (await postingLimits()).updateOne({ _id: authorId }, { $pull });
    throw error;
  }
}

type Entries = Pick<PostingLimitsDocument, 'posts' | 'bodies'>;

/** When a comment may be posted, as a condition on its author's document; and why it may not, of one that doesn't meet it. */
interface Rule {
  allows: Record<string, unknown>;
  explain(entries: Entries): ProblemError | 'counted' | null;
}

/** The same request sent again. */
function postedAlready({ commentId }: Text): Rule {
  return {
    allows: { 'posts.commentId': { $ne: commentId } },
    explain: ({ posts }) => (posts.some((post) => post.commentId === commentId) ? 'counted' : null),
  };
}

function pauseRule({ now }: Text): Rule {
  const since = inSeconds(now, -COMMENT_PAUSE_SECONDS);
  return {
    allows: { posts: { $not: { $elemMatch: { at: { $gt: since } } } } },
    explain({ posts }) {
      const last = posts.findLast(({ at }) => at > since);
      if (!last) return null;
      const retryAfterSeconds = secondsLeft(last.at, COMMENT_PAUSE_SECONDS, now);
      return new ProblemError('posting-too-fast', {
        detail: formatPause(retryAfterSeconds),
        retryAfterSeconds,
      });
    },
  };
}

/** A comment may have its own text again: it may be edited back to what it was. */
function duplicateRule(text: Text): Rule {
  const { commentId, now } = text;
  const { hash } = bodyEntry(text);
  const since = inSeconds(now, -DUPLICATE_SECONDS);
  const ofAnother = { hash, commentId: { $ne: commentId }, at: { $gt: since } };
  return {
    allows: { bodies: { $not: { $elemMatch: ofAnother } } },
    explain({ bodies }) {
      const last = bodies.findLast(
        (one) => one.hash === hash && one.commentId !== commentId && one.at > since,
      );
      if (!last) return null;
      const retryAfterSeconds = secondsLeft(last.at, DUPLICATE_SECONDS, now);
      const wait = formatWait(retryAfterSeconds);
      const detail = `You posted this already. Change it, or wait ${wait}. We’ve kept your text.`;
      return new ProblemError('duplicate-comment', { detail, retryAfterSeconds });
    },
  };
}

/**
 * All that an account posts is of its first day until that is over, so the last twenty say whether there is room. Of an
 * account of unknown age the last day's count.
 */
function newAccountRule({ author, now }: Posting): Rule {
  const since = author.createdAt ? new Date(0) : inSeconds(now, -NEW_ACCOUNT_SECONDS);
  const isOver = author.createdAt !== null && inSeconds(author.createdAt, NEW_ACCOUNT_SECONDS) <= now;
  if (isOver) return { allows: {}, explain: () => null };
  const last = NEW_ACCOUNT_COMMENTS - 1;
  return {
    allows: { $nor: [{ [`posts.${last}`]: { $exists: true }, 'posts.0.at': { $gt: since } }] },
    explain({ posts }) {
      const first = posts.at(0);
      if (!first || posts.length < NEW_ACCOUNT_COMMENTS || first.at <= since) return null;
      const retryAfterSeconds = secondsLeft(author.createdAt ?? first.at, NEW_ACCOUNT_SECONDS, now);
      const wait = formatWait(retryAfterSeconds);
      const detail = `New accounts can post ${NEW_ACCOUNT_COMMENTS} comments on their first day. Yours is a day old in ${wait}. We’ve kept your text.`;
      return new ProblemError('new-account-limit', { detail, retryAfterSeconds });
    },
  };
}

function bodyEntry({ commentId, body }: Text): { commentId: string; hash: string } {
  return { commentId, hash: createHash('sha256').update(normalizeForComparison(body)).digest('base64url') };
}

/** How to say that a member must wait `waitSeconds` (1 to the whole pause) before the next comment. */
export function formatPause(waitSeconds: number): string {
  const ago = COMMENT_PAUSE_SECONDS - waitSeconds;
  const posted = ago < 1 ? 'a moment ago' : ago === 1 ? '1 second ago' : `${ago} seconds ago`;
  const wait = ago < 1 ? `${waitSeconds} seconds` : `${waitSeconds} more`;
  return `You posted ${posted}. Wait ${wait}, then post. We’ve kept your text.`;
}

/** Whole seconds until `seconds` after `start`: at least one and at most all, also when two servers' clocks differ. */
export function secondsLeft(start: Date, seconds: number, now: Date): number {
  const left = Math.ceil((inSeconds(start, seconds).getTime() - now.getTime()) / 1000);
  return Math.min(Math.max(left, 1), seconds);
}

function inSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}
