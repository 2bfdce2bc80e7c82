import * as z from 'zod/mini';
import { type Comment, commentSchema, type Reply, replySchema } from '@/lib/comments/schema';
import { apiFetch, readProblem, retryAfterSeconds } from '@/app/_session/api-client';
import type { Words, WordsSent } from '@/app/_components/comments/draft';
import { type Refusal, refusalOf } from './refusal';

export type Outcome<T> = { done: T; refusal: null } | { done: null; refusal: Refusal };

interface OutgoingComment extends WordsSent {
  slug: string;
  replyToId: string | null;
}

/** `key` is the same for the same words: however often they are sent, they are posted once. */
export async function sendComment(comment: OutgoingComment): Promise<Outcome<Comment>> {
  const { slug, replyToId, text, spoiler, key } = comment;
  const response = await apiFetch(`/api/films/${slug}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ body: text, replyToId, spoiler }),
  });
  return outcomeOf(response, commentSchema);
}

export async function sendEdit(id: string, { text, spoiler }: Words): Promise<Outcome<Reply>> {
  const response = await apiFetch(`/api/comments/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body: text, spoiler }),
  });
  return outcomeOf(response, replySchema);
}

export async function sendDeletion(id: string): Promise<Outcome<true>> {
  const response = await apiFetch(`/api/comments/${id}`, { method: 'DELETE' });
  return response.ok ? { done: true, refusal: null } : refused(response);
}

export async function outcomeOf<S extends z.ZodMiniType>(
  response: Response,
  schema: S,
): Promise<Outcome<z.output<S>>> {
  const answer = response.ok ? z.safeParse(schema, await response.json().catch(() => null)) : null;
  return answer?.success ? { done: answer.data, refusal: null } : refused(response);
}

async function refused(response: Response): Promise<{ done: null; refusal: Refusal }> {
  const problem = response.ok ? null : await readProblem(response).catch(() => null);
  return { done: null, refusal: refusalOf(problem, retryAfterSeconds(response)) };
}
