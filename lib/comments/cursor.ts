import { toObjectId } from '../db/document';
import { ProblemError } from '../problem';
import type { CommentOrder } from './schema';

/** Where a page of comments ended: the last comment's time and id, which is the order of the list. */
export interface CommentCursor {
  createdAt: Date;
  /** 24 hex digits. */
  id: string;
}

/** Encodes a cursor. Opaque to callers, so its contents can change. */
export function encodeCursor({ createdAt, id }: CommentCursor): string {
  return Buffer.from(`${createdAt.getTime().toString(36)}.${id}`).toString('base64url');
}

/** The cursor of the page that begins with this comment, the newest first. */
export function cursorAt({ createdAt }: { createdAt: string }): string {
  return encodeCursor({ createdAt: new Date(Date.parse(createdAt) + 1), id: '0'.repeat(24) });
}

/** Null for anything that `encodeCursor` has not written. */
export function decodeCursor(text: string): CommentCursor | null {
  const match = /^(-?[0-9a-z]{1,9})\.([0-9a-f]{24})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (!match?.[1] || !match[2]) return null;
  const cursor = { createdAt: new Date(Number.parseInt(match[1], 36)), id: match[2] };
  return encodeCursor(cursor) === text ? cursor : null;
}

/** The cursor of a request, null for the first page. Throws `invalid` (422) for one that is not ours. */
export function parseCursor(text: string | undefined): CommentCursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (cursor) return cursor;
  const message = 'Use the nextCursor of the page before, as it came.';
  throw new ProblemError('invalid', { errors: [{ path: 'query.cursor', message }] });
}

/**
 * What comes after the cursor in this order. The plain bound is what the index reads by; the rest only sorts out comments
 * of the same millisecond.
 */
export function pastCursor(cursor: CommentCursor | null, order: CommentOrder): Record<string, unknown> {
  if (!cursor) return {};
  const _id = toObjectId(cursor.id);
  const { createdAt } = cursor;
  return order === 'newest'
    ? { createdAt: { $lte: createdAt }, $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: _id } }] }
    : { createdAt: { $gte: createdAt }, $or: [{ createdAt: { $gt: createdAt } }, { _id: { $gt: _id } }] };
}

/** `found` holds one more than a page when there is a next one: the page, and its cursor. */
export function toPage<T extends CommentCursor>(
  found: readonly T[],
  size: number,
): { page: T[]; nextCursor: string | null } {
  const page = found.slice(0, size);
  const last = page.at(-1);
  return { page, nextCursor: last && found.length > size ? encodeCursor(last) : null };
}
