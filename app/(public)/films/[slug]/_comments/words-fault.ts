import { commentLength, normalizeBody } from '@/lib/comments/body';
import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';

/** How long it is as the house counts it. */
export function lengthOf(text: string): number {
  return commentLength(normalizeBody(text));
}

/** Why words need not be sent: they would be refused. */
export function faultOf(length: number): string | null {
  if (length === 0) return 'Write something first, then post.';
  if (length <= COMMENT_MAX_LENGTH) return null;
  const excess = length - COMMENT_MAX_LENGTH;
  const tooMany = excess === 1 ? '1 character' : `${excess.toLocaleString('en')} characters`;
  return `${tooMany} too many. Shorten it, or post the rest as a second comment.`;
}
