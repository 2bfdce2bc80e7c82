import { randomUUID } from 'node:crypto';
import { isDatabaseUnavailable } from '../db/client';
import { describeError, log, type LogFields } from '../log';
import { type Problem, problems, ProblemError } from '../problem';

/** What every response says, whoever made it: routes and Identity's events leave through here. */

/**
 * How long everybody may be shown the same: nobody at all, or the CDN for so many seconds or until one of the tags is
 * purged, and a browser, which hears of no purge, for five minutes of them unless told.
 */
export type Caching = 'none' | { seconds: number; browserSeconds?: number; tags: readonly string[] };

const BROWSER_MAX_SECONDS = 300;
/** For a 5xx that does not know better. */
const RETRY_SECONDS = 10;

/** The id by which a person can quote a request, and the log line of it be found: the edge's own, or a new one. */
export function requestIdOf({ headers }: Request): string {
  return headers.get('x-nf-request-id') ?? randomUUID();
}

interface Origin {
  request: Request;
  requestId: string;
}

/** Completes a response: the request id, who may cache it, and for a 5xx when to come again, and its line in the log. */
export function finish(
  response: Response,
  { request, requestId }: Origin,
  caching: Caching = 'none',
  cause: LogFields = {},
): Response {
  const { headers, status } = response;
  headers.set('x-request-id', requestId);
  for (const [name, value] of cacheHeaders(status < 400 ? caching : 'none')) headers.set(name, value);
  if (status < 500) return response;
  if (!headers.has('retry-after')) headers.set('retry-after', String(RETRY_SECONDS));
  log.error('request.failed', { ...describeRequest(request), requestId, status, ...cause });
  return response;
}

/** The response to anything thrown, as `application/problem+json` (RFC 9457), completed. */
export function fail(error: unknown, origin: Origin): Response {
  const problem = toProblemError(error);
  const { request, requestId } = origin;
  const { code, status } = problem;
  if (status < 500) log.info('request.refused', { ...describeRequest(request), requestId, code });
  const cause = { code, error: describeError(problem.options.cause ?? problem) };
  return finish(toResponse(problem, requestId), origin, 'none', cause);
}

/** What anything thrown means to the caller: a refusal as it is, an unreachable database, else our own mistake. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error)) {
    const detail = 'Nothing is lost. Try again in a few seconds.';
    return new ProblemError('database-unavailable', { detail, retryAfterSeconds: 5, cause: error });
  }
  const detail =
    'It’s not your fault. Try again. If it happens again, write to us and quote the request number.';
  return new ProblemError('internal', { detail, cause: error });
}

function toResponse({ code, status, options }: ProblemError, requestId: string): Response {
  const body: Problem & Record<string, unknown> = {
    type: `urn:marquee:problem:${code}`,
    title: problems[code].title,
    status,
    code,
    ...(options.detail === undefined ? {} : { detail: options.detail }),
    instance: requestId,
    ...(options.errors === undefined ? {} : { errors: options.errors }),
    ...options.extra,
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="marquee"');
  if (options.retryAfterSeconds !== undefined) headers.set('retry-after', String(options.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
}

/** Netlify's CDN prefers its own header to any other; in a browser it means nothing. */
function cacheHeaders(caching: Caching): [string, string][] {
  if (caching === 'none') {
    return [
      ['cache-control', 'private, no-store'],
      ['netlify-cdn-cache-control', 'no-store'],
    ];
  }
  const { seconds, browserSeconds = Math.min(seconds, BROWSER_MAX_SECONDS), tags } = caching;
  return [
    ['cache-control', `public, max-age=${browserSeconds}`],
    ['netlify-cdn-cache-control', `public, max-age=${seconds}, durable`],
    ['netlify-cache-tag', tags.join(',')],
  ];
}

function describeRequest({ method, url }: Request): { method: string; path: string } {
  return { method, path: new URL(url).pathname };
}
