import * as z from 'zod/mini';
import { type Comment, commentSchema } from '@/lib/comments/schema';
import { apiFetch, readProblem, retryAfterSeconds } from '../../../identity/api-fetch';
import { type Refusal, refusalOf } from './refusal';

interface OutgoingComment {
  slug: string;
  parentId: string | null;
  text: string;
  /** The same for the same words: however often they are sent, they are posted once. */
  key: string;
}

type Outcome<T> = { done: T; refusal: null } | { done: null; refusal: Refusal };

export async function sendComment({ slug, parentId, text, key }: OutgoingComment): Promise<Outcome<Comment>> {
  const response = await apiFetch(`/api/films/${slug}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ body: text, parentId }),
  });
  const posted = response.ok ? z.safeParse(commentSchema, await response.json().catch(() => null)) : null;
  return posted?.success ? { done: posted.data, refusal: null } : refused(response);
}

export async function sendDeletion(id: string): Promise<Outcome<true>> {
  const response = await apiFetch(`/api/comments/${id}`, { method: 'DELETE' });
  return response.ok ? { done: true, refusal: null } : refused(response);
}

async function refused(response: Response): Promise<{ done: null; refusal: Refusal }> {
  const problem = response.ok ? null : await readProblem(response);
  return { done: null, refusal: refusalOf(problem, retryAfterSeconds(response)) };
}
