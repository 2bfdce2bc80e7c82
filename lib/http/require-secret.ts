import { timingSafeEqual } from 'node:crypto';
import { env } from '../env';
import { ProblemError } from '../problem';

/** For routes that only our own functions and scripts call. Throws `forbidden` (403), also where no secret is set. */
export function requireInternalSecret(request: Request): void {
  const secret = Buffer.from(`Bearer ${env('INTERNAL_SECRET') ?? ''}`);
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const isSet = env('INTERNAL_SECRET') !== undefined;
  if (isSet && given.length === secret.length && timingSafeEqual(given, secret)) return;
  throw new ProblemError('forbidden', { detail: "This address is for the site's own functions." });
}
