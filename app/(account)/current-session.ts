import { headers } from 'next/headers';
import { cache } from 'react';
import { authenticate, type Session } from '@/lib/auth/authenticate';
import { ProblemError } from '@/lib/problem';

/** What the cookie says about a page view. `ended`: there is one, and Identity does not take it any more. */
type CurrentSession =
  { state: 'member'; session: Session } | { state: 'visitor' | 'ended' | 'unavailable'; session: null };

/**
 * For the first paint of private pages, once for each request. Makes a page dynamic: never call it in the root layout or
 * on a public page.
 */
export const currentSession = cache(async (): Promise<CurrentSession> => {
  try {
    const session = await authenticate({ headers: await headers() });
    return session ? { state: 'member', session } : { state: 'visitor', session };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'session-invalid') return { state: 'ended', session: null };
    if (error.code === 'identity-unavailable') return { state: 'unavailable', session: null };
    throw error;
  }
});
