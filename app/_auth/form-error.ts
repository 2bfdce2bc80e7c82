'use client';

import { problems } from '@/lib/problem';
import { readProblem, retryAfterSeconds } from '../_session/api-client';
import { failures } from './error-messages';
import { type Failure, FieldError, FormError } from '../_components/form/form-error';

/**
 * Turns a refusal of our own API into what an account form shows: a sentence at the field that it names, else the
 * problem's own words. `fields` says which field of the form each path of the request is: `{ 'body.email': 'new-email' }`.
 */
export async function throwFormError(
  response: Response,
  fields: Record<string, string> = {},
): Promise<never> {
  const problem = await readProblem(response);
  if (!problem) throw new FormError(failures.unknown, null);
  const { code, status, detail, errors } = problem;
  for (const { path, message } of errors ?? []) {
    const field = fields[path];
    if (field !== undefined) throw new FieldError(field, message);
  }
  if (status === 401) throw new FormError(failures['session-ended'], null);
  const title = problem.title || problems[code].title;
  const failure: Failure = { title, text: detail ?? failures.unknown.text, passing: status >= 429 };
  const retryAt = status === 503 ? new Date(Date.now() + retryAfterSeconds(response) * 1000) : null;
  throw new FormError(failure, retryAt);
}
