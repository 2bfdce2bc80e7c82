import * as z from 'zod/mini';
import {
  type Comment,
  type CommentOrder,
  type CommentPage,
  commentPageSchema,
  commentSchema,
  type Discussion,
  type DiscussionInput,
  discussionSchema,
  type RemovedComment,
  removedCommentSchema,
  type Reply,
  replySchema,
} from '@/lib/comments/schema';
import { apiFetch, readProblem, retryAfterSeconds } from '@/app/_session/api-client';
import type { Words, WordsSent } from '@/app/_components/comments/draft';
import { type Problem, problems } from '@/lib/problem';

export type Outcome<T> = { done: T; refusal: null } | { done: null; refusal: Refusal };

interface OutgoingComment extends WordsSent {
  slug: string;
  replyToId: string | null;
}

/** `key` is the same for the same words: however often they are sent, they are posted once. */
export async function postComment(comment: OutgoingComment): Promise<Outcome<Comment>> {
  const { slug, replyToId, text, spoiler, key } = comment;
  const response = await apiFetch(`/api/films/${slug}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ body: text, replyToId, spoiler }),
  });
  return outcomeOf(response, commentSchema);
}

export async function patchComment(id: string, { text, spoiler }: Words): Promise<Outcome<Reply>> {
  const response = await apiFetch(`/api/comments/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body: text, spoiler }),
  });
  return outcomeOf(response, replySchema);
}

export async function deleteComment(id: string): Promise<Outcome<true>> {
  const response = await apiFetch(`/api/comments/${id}`, { method: 'DELETE' });
  return response.ok ? { done: true, refusal: null } : refused(response);
}

async function outcomeOf<S extends z.ZodMiniType>(
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

function json(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export async function removeComment(id: string, reason: string): Promise<Outcome<RemovedComment>> {
  const response = await apiFetch(`/api/comments/${id}/removal`, json('POST', { reason }));
  return outcomeOf(response, removedCommentSchema);
}

export async function restoreComment(id: string): Promise<Outcome<Reply>> {
  return outcomeOf(await apiFetch(`/api/comments/${id}/removal`, { method: 'DELETE' }), replySchema);
}

export async function putDiscussion(slug: string, input: DiscussionInput): Promise<Outcome<Discussion>> {
  return outcomeOf(await apiFetch(`/api/films/${slug}/discussion`, json('PUT', input)), discussionSchema);
}

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

/** Why something was not done, in words for people, and when it is worth trying again. */
export interface Refusal {
  text: string;
  /** Until then trying again is refused again. */
  waitSeconds: number;
  /** Other words need not wait. */
  ofTheseWords: boolean;
  /** The way on is to sign in. */
  signIn: boolean;
}

export function plainRefusal(text: string): Refusal {
  return { text, waitSeconds: 0, ofTheseWords: false, signIn: false };
}

/** `problem` is null for an answer that is not one of ours. */
export function refusalOf(problem: Problem | null, waitSeconds: number): Refusal {
  if (!problem) return plainRefusal('Something went wrong. Try again; we’ve kept your text.');
  const { code, detail, errors, instance } = problem;
  if (code === 'session-required' || code === 'session-invalid') {
    const text = 'Your session has ended. Sign in again; we’ve kept your text here.';
    return { ...plainRefusal(text), signIn: true };
  }
  if (code === 'invalid' && errors?.length)
    return plainRefusal(errors.map(({ message }) => message).join(' '));
  const words = detail ?? `${problems[code].title}.`;
  if (problem.status === 429) {
    const ofTheseWords = code === 'duplicate-comment';
    return { ...plainRefusal(words), waitSeconds, ofTheseWords };
  }
  if (problem.status === 503) return plainRefusal(`${problem.title}. ${words}`);
  if (code === 'internal') return plainRefusal(`${problem.title}. ${words} It is ${instance}.`);
  return plainRefusal(words);
}
