import { isDatabaseUnavailable } from '../db/client';
import { ProblemError } from '../problem';

/** What anything thrown means to the caller: a refusal as it is, an unreachable database, else our own mistake. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error)) {
    const detail = 'Nothing is lost. Try again in a few seconds.';
    return new ProblemError('database-unavailable', { detail, retryAfterSeconds: 5, cause: error });
  }
  const detail =
    'It’s not your fault. Try again. If it happens again, write to us and quote the request number.';
  return new ProblemError('internal', { detail, cause: error });
}
