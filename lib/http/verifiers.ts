import { timingSafeEqual } from 'node:crypto';
import { env } from '../env';
import { ProblemError } from '../problem';

/**
 * Decides whether a request without a session may come in, before anything of it is parsed. One that signs bodies reads the
 * raw bytes; one that knows a secret reads none, so that a stranger's body is never looked at. Throws to refuse.
 */
export type Verifier = (request: Request, readBody: () => Promise<Uint8Array>) => void | Promise<void>;

/** For our own functions and scripts: `INTERNAL_SECRET` as a bearer. 403 `forbidden`, also where none is set. */
export const internalSecret: Verifier = ({ headers }) => {
  const secret = env('INTERNAL_SECRET');
  const expected = Buffer.from(`Bearer ${secret ?? ''}`);
  const given = Buffer.from(headers.get('authorization') ?? '');
  if (secret && given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new ProblemError('forbidden', { detail: "This address is for the site's own functions." });
};
