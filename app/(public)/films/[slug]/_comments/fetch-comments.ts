import * as z from 'zod/mini';
import { type CommentOrder, type CommentPage, commentPageSchema } from '@/lib/comments/schema';

interface CommentQuery {
  order: CommentOrder;
  /** Absent for the first page. */
  cursor?: string;
}

/** A page of a film's comments, or null when it did not come. Anyone may read, so no session goes with it. */
export async function fetchComments(slug: string, query: CommentQuery): Promise<CommentPage | null> {
  try {
    const response = await fetch(`/api/films/${slug}/comments?${new URLSearchParams({ ...query })}`);
    return response.ok ? z.parse(commentPageSchema, await response.json()) : null;
  } catch {
    return null;
  }
}
