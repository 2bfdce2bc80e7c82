import { ProblemError } from '../problem';

const KEY = /^[\x21-\x7e]{8,200}$/;

/** The `Idempotency-Key` of a request that may arrive twice; empty when the route needs none and none came. */
export function parseIdempotencyKey(request: Request, required: boolean): string {
  const key = request.headers.get('idempotency-key');
  if (key === null) {
    if (!required) return '';
    throw new ProblemError('idempotency-key-missing', {
      detail:
        'Send an Idempotency-Key header: a new random value for each new act, the same one when you try again.',
    });
  }
  if (KEY.test(key)) return key;
  const message = 'Use 8 to 200 visible ASCII characters, a UUID for instance.';
  throw new ProblemError('invalid', { errors: [{ path: 'headers.idempotency-key', message }] });
}
