import { revalidateTag } from 'next/cache';

/** For route handlers, after a change: the next request for a page that is kept under one of `tags` renders it anew. */
export function revalidateTags(...tags: string[]): void {
  for (const tag of new Set(tags)) revalidateTag(tag, { expire: 0 });
}
