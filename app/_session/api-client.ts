'use client';

import { type Problem, problems } from '@/lib/problem';
import { getAccessToken, IdentityUnavailableError } from './access-token';

const RETRY_SECONDS = 20;

/**
 * `fetch` of our own API with the bearer of a fresh token when somebody is signed in. Always answers: where the network
 * or Identity does not, the answer is a problem with status 503 and `Retry-After`, as our server would have sent it.
 * The body of `init` must be a string, because a refused token is renewed and the request sent again, once.
 */
export async function apiFetch(path: `/api/${string}`, init: RequestInit = {}): Promise<Response> {
  try {
    const token = await getAccessToken();
    const response = await send(path, init, token);
    if (response.status !== 401 || !token) return response;
    const renewed = await getAccessToken(token);
    return renewed ? await send(path, init, renewed) : response;
  } catch (error) {
    return unavailable(error instanceof IdentityUnavailableError);
  }
}

/** The problem of a refusal; null for an answer that is none, or not ours. */
export async function readProblem(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return null;
  return (await response.clone().json()) as Problem;
}

/** Seconds to wait before the next try: `Retry-After` of an answer, or 20. */
export function retryAfterSeconds(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : RETRY_SECONDS;
}

function send(path: string, init: RequestInit, token: string | null): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(path, { ...init, headers });
}

function unavailable(identity: boolean): Response {
  const code = 'identity-unavailable';
  const problem: Problem = {
    type: `urn:marquee:problem:${code}`,
    title: identity ? problems[code].title : 'We cannot be reached',
    status: 503,
    code,
    detail: identity
      ? 'You are still signed in and nothing is lost. Try again in a few seconds.'
      : 'Nothing is lost. Check that you’re online, then try again.',
    instance: '',
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': String(RETRY_SECONDS) },
  });
}
