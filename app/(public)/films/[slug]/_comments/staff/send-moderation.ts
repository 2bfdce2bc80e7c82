import {
  type Reply,
  removedCommentSchema,
  type RemovedComment,
  replySchema,
  type Discussion,
  type DiscussionInput,
  discussionSchema,
} from '@/lib/comments/schema';
import { apiFetch } from '@/app/_session/api-client';
import { type Outcome, outcomeOf } from '../send-comment';

function json(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export async function sendRemoval(id: string, reason: string): Promise<Outcome<RemovedComment>> {
  const response = await apiFetch(`/api/comments/${id}/removal`, json('POST', { reason }));
  return outcomeOf(response, removedCommentSchema);
}

export async function sendRestoration(id: string): Promise<Outcome<Reply>> {
  return outcomeOf(await apiFetch(`/api/comments/${id}/removal`, { method: 'DELETE' }), replySchema);
}

export async function sendTalk(slug: string, input: DiscussionInput): Promise<Outcome<Discussion>> {
  return outcomeOf(await apiFetch(`/api/films/${slug}/discussion`, json('PUT', input)), discussionSchema);
}
