import * as z from 'zod/mini';
import { type CommentPage, commentPageSchema } from '@/lib/comments/schema';

/** The next older page, or null when it did not come. Anyone may read, so no session goes with it. */
export async function fetchOlder(slug: string, cursor: string): Promise<CommentPage | null> {
  try {
    const response = await fetch(`/api/films/${slug}/comments?${new URLSearchParams({ cursor })}`);
    return response.ok ? z.parse(commentPageSchema, await response.json()) : null;
  } catch {
    return null;
  }
}
