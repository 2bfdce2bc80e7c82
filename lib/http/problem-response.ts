import { isDatabaseUnavailable } from '../db/client';
import { type Problem, problems, ProblemError } from '../problem';
import { notCached } from './not-cached';

/**
 * An `application/problem+json` response (RFC 9457). `requestId` becomes `instance`, which people can quote to the
 * cinema.
 */
export function problemResponse(problem: ProblemError, requestId: string): Response {
  const { code, status, options } = problem;
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
  const headers = new Headers({
    'content-type': 'application/problem+json',
    ...notCached,
    'x-request-id': requestId,
  });
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="marquee"');
  if (options.retryAfterSeconds !== undefined) headers.set('retry-after', String(options.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
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
