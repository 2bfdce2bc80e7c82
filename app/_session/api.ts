'use client';

import * as z from 'zod/mini';
import type { FieldProblem, Problem, ProblemCode } from '@/lib/problem';
import { getAccessToken, IdentityUnavailableError } from './access-token';

/** How a call of our own API ended: with its data, or with why not. Nothing is ever thrown. */
export type ApiResult<T> = { ok: true; data: T } | { ok: false; error: ApiError };

/** Why a call failed, as people read it. */
export interface ApiError {
  /** `offline`: there was no response. `unknown`: it is not one of ours, or does not match the schema. */
  code: ProblemCode | 'offline' | 'unknown';
  /** 0 without a response. */
  status: number;
  title: string;
  /** What happened and what to do next, where there is more to say than the title. */
  detail: string | null;
  /** Title and detail in one paragraph, for a place that has no title of its own. */
  message: string;
  /** The fields of the request that are wrong: `{ path: 'body.name', message }`. */
  fields: FieldProblem[];
  /** When the same may work, unchanged; null when it never will. After a 429 not before, after anything else perhaps sooner. */
  retryAt: Date | null;
  /** What to do next, as links. */
  actions: { label: string; href: string }[];
  /** To quote to us. */
  requestId: string | null;
}

interface ApiCall<S extends z.ZodMiniType> {
  /** Sent as JSON. */
  body?: unknown;
  /** Absent values are left out. */
  query?: Record<string, string | undefined>;
  /** However often a call is sent with the same key, it takes effect once. */
  idempotencyKey?: string;
  /** The schema of the response; `z.null()` for 204. */
  response: S;
  /** Aborts the call, which then ends as `offline`; whoever aborts knows why. */
  signal?: AbortSignal;
  /** Sends no token, also while somebody is signed in: public lists then need not wait for a fresh one. */
  anonymous?: boolean;
}

/**
 * Calls our own API, as whoever is signed in. The only place in the browser that does (a lint rule holds it).
 *
 *     const posted = await callApi('POST', `/api/films/${slug}/comments`, { body, idempotencyKey, response: commentSchema });
 *     if (posted.ok) show(posted.data);
 *     else say(posted.error.message);
 *
 * A token that the server rejects is refreshed, and the call sent again, once.
 */
export async function callApi<S extends z.ZodMiniType>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: `/api/${string}`,
  call: ApiCall<S>,
): Promise<ApiResult<z.output<S>>> {
  try {
    const response = await sendWithToken(method, path, call);
    if (!response.ok) return { ok: false, error: await readError(response) };
    const value: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
    const parsed = z.safeParse(call.response, value);
    return parsed.success ? { ok: true, data: parsed.data } : { ok: false, error: unknownError(response) };
  } catch (error) {
    return { ok: false, error: unreachable(error instanceof IdentityUnavailableError) };
  }
}

async function sendWithToken(method: string, path: string, call: ApiCall<z.ZodMiniType>): Promise<Response> {
  const token = call.anonymous ? null : await getAccessToken();
  const response = await send(method, path, call, token);
  if (response.status !== 401 || !token) return response;
  const fresh = await getAccessToken(token);
  return fresh ? send(method, path, call, fresh) : response;
}

function send(
  method: string,
  path: string,
  { body, query, idempotencyKey, signal }: ApiCall<z.ZodMiniType>,
  token: string | null,
): Promise<Response> {
  const headers = new Headers();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  const init: RequestInit = { method, headers };
  if (body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(body);
  }
  if (signal) init.signal = signal;
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, value);
  return fetch(String(search) ? `${path}?${search}` : path, init);
}

const RETRY_MS = 20_000;

/** When to try again where the server does not say. */
export function defaultRetryAt(): Date {
  return new Date(Date.now() + RETRY_MS);
}

async function readError(response: Response): Promise<ApiError> {
  const isOurs = response.headers.get('content-type')?.startsWith('application/problem+json');
  const problem = isOurs ? ((await response.json().catch(() => null)) as Problem | null) : null;
  if (!problem) return unknownError(response);
  const { code, status, instance: requestId, errors: fields = [] } = problem;
  const error = { code, status, fields, retryAt: readRetryAt(response), actions: [], requestId };
  if (status === 401) {
    const title = 'Your session has ended';
    const detail = 'Sign in again and you’ll come back to where you were.';
    const actions = [{ label: 'Sign in', href: '/sign-in' }];
    return { ...error, title, detail, message: `${title}. Sign in again.`, actions };
  }
  const { title, detail = null } = problem;
  return { ...error, title, detail, message: toMessage(problem) };
}

/** `Retry-After`, or a default where only waiting helps. */
function readRetryAt(response: Response): Date | null {
  const seconds = Number(response.headers.get('retry-after'));
  if (Number.isFinite(seconds) && seconds > 0) return new Date(Date.now() + Math.ceil(seconds) * 1000);
  return response.status === 429 || response.status === 503 ? defaultRetryAt() : null;
}

function toMessage({ code, status, title, detail, errors, instance }: Problem): string {
  if (code === 'invalid' && errors?.length) return errors.map(({ message }) => message).join(' ');
  if (detail === undefined) return `${title}.`;
  if (code === 'internal') return `${title}. ${detail} It is ${instance}.`;
  return status === 503 ? `${title}. ${detail}` : detail;
}

/** For a response that is not one of ours, as a proxy may send it, or does not match the schema. */
function unknownError({ status }: Response): ApiError {
  const title = 'Something went wrong';
  const detail =
    'We don’t know why yet. Try again. If it happens again, write to us and say what you were doing.';
  return { ...empty, code: 'unknown', status, title, detail, message: `${title}. Try again.`, retryAt: null };
}

/** There was no response: from Identity, whose fresh token the call needed, or from our server. */
function unreachable(isIdentity: boolean): ApiError {
  const code = isIdentity ? 'identity-unavailable' : 'offline';
  const title = isIdentity ? 'The sign-in service isn’t responding' : 'We cannot be reached';
  const detail = isIdentity
    ? 'You are still signed in and nothing is lost. Try again in a few seconds.'
    : 'Nothing is lost. Check that you’re online, then try again.';
  const message = `${title}. ${detail}`;
  return { ...empty, code, status: 0, title, detail, message, retryAt: defaultRetryAt() };
}

const empty = { fields: [], actions: [], requestId: null };
