import { ownOrigins } from '../env';
import { ProblemError } from '../problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state-changing request that does not come from our own pages (cross-site request forgery): any that a browser
 * says another site has sent, and any with a cookie whose whole `Origin` is not one of ours. `Host` is whatever the caller
 * says, so it proves nothing. A program sends neither and has its own token.
 */
export function requireSameOrigin({ method, headers }: Request): void {
  if (SAFE.has(method)) return;
  const site = headers.get('sec-fetch-site');
  if (site !== 'cross-site') {
    if (!headers.has('cookie')) return;
    const origin = headers.get('origin');
    if (origin === null ? site === 'same-origin' : ownOrigins().includes(origin)) return;
  }
  throw new ProblemError('cross-origin', {
    detail:
      'Requests that change something must come from our own pages. Open the site itself and try again there.',
  });
}
