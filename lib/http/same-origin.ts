import { ProblemError } from '../problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state-changing request that carries a cookie and does not come from our own pages (cross-site request
 * forgery). Compares with the `Host` header, which the edge preserves; `request.url` has the name of the inner
 * server.
 */
export function requireSameOrigin(request: Request): void {
  if (SAFE.has(request.method) || !request.headers.has('cookie')) return;
  const origin = request.headers.get('origin');
  if (origin === null) {
    if (request.headers.get('sec-fetch-site') === 'same-origin') return;
  } else if (URL.canParse(origin) && new URL(origin).host === request.headers.get('host')) return;
  throw new ProblemError('cross-origin', {
    detail:
      'Requests that change something must come from our own pages. Open the site itself and try again there.',
  });
}
