import type { CommentOrder } from '@/lib/comments/schema';

/** Of the element that shows a comment. */
export function commentAnchor(id: string): string {
  return `c-${id}`;
}

/** The page of one comment, with its thread. */
export function commentHref(slug: string, id: string): string {
  return `/films/${slug}/comments/${id}`;
}

/** Where the comments are in this order; the film's page has the newest first. */
export function commentsHref(slug: string, order: CommentOrder, cursor?: string): string {
  if (order === 'newest' && cursor === undefined) return `/films/${slug}#comments`;
  const query = new URLSearchParams({ order, ...(cursor === undefined ? {} : { cursor }) });
  return `/films/${slug}/comments?${query}`;
}

/** The comment that the hash of an address names. */
export function commentInHash(hash: string): string | null {
  return /^#c-([0-9a-f]{24})$/.exec(hash)?.[1] ?? null;
}
