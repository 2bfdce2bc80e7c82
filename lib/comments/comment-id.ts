import { createHash } from 'node:crypto';

/**
 * The id of what this member posts under this Idempotency-Key: 24 hex digits. Made of the two, so that the `_id` itself
 * keeps a repeated request from posting twice. (A unique index beside it would do the same, but DocumentDB lets inserts
 * that meet in such an index dead-lock each other, a second each.)
 */
export function commentIdFor(authorId: string, idempotencyKey: string): string {
  return createHash('sha256').update(`${authorId}\n${idempotencyKey}`).digest('hex').slice(0, 24);
}
