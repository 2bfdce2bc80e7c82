import type { Caller } from '../fixtures/callers';

type Access =
  /** No session is looked at. */
  | 'anybody'
  /** The same, and who has a session is told about it: one that does not count is refused. */
  | 'anybody, with or without a session'
  /** Banned people included. */
  | 'whoever is signed in'
  | 'members'
  | 'staff'
  | 'its author'
  | 'its author and staff'
  | 'its buyer'
  | 'its buyer, unless banned'
  /** Whoever knows the secret. */
  | 'our own functions';

/** Who may call what. */
export const table: Record<string, Access> = {
  'GET /api/programme': 'anybody',
  'GET /api/films/[slug]': 'anybody',
  'GET /api/search': 'anybody',
  'GET /api/films/[slug]/comments': 'anybody',
  'GET /api/comments/[id]/thread': 'anybody',
  'GET /api/members/[id]': 'anybody',
  'GET /api/health': 'anybody',
  'POST /api/sign-up/check': 'anybody',
  'DELETE /api/session': 'anybody',
  'GET /api/me': 'anybody, with or without a session',
  'GET /api/screenings/[id]': 'anybody',
  'GET /api/screenings/[id]/plan': 'anybody',
  'GET /api/screenings/[id]/seats': 'anybody',
  'GET /api/orders': 'whoever is signed in',
  'POST /api/orders': 'members',
  'GET /api/orders/[id]': 'its buyer',
  'PATCH /api/orders/[id]': 'its buyer, unless banned',
  'DELETE /api/orders/[id]': 'its buyer',
  'POST /api/orders/[id]/extension': 'its buyer, unless banned',
  'POST /api/orders/[id]/confirmation': 'its buyer, unless banned',
  'POST /api/orders/[id]/cancellation': 'its buyer',
  'GET /api/desk/screenings': 'staff',
  'GET /api/desk/screenings/[id]/orders': 'staff',
  'POST /api/desk/screenings/[id]/blocked-seats': 'staff',
  'DELETE /api/desk/screenings/[id]/blocked-seats': 'staff',
  'POST /api/desk/orders': 'staff',
  'GET /api/desk/orders/[id]': 'staff',
  'DELETE /api/desk/orders/[id]': 'staff',
  'POST /api/desk/orders/[id]/payment': 'staff',
  'POST /api/desk/orders/[id]/refund': 'staff',
  'POST /api/desk/orders/[id]/cancellation': 'staff',
  'POST /api/desk/check-ins': 'staff',
  'DELETE /api/desk/check-ins/[scanId]': 'staff',
  'GET /api/me/profile': 'members',
  'PUT /api/me/profile': 'members',
  'GET /api/me/comments': 'members',
  'GET /api/me/replies': 'members',
  'POST /api/me/replies/seen': 'members',
  'PATCH /api/me': 'members',
  'PUT /api/me/email': 'members',
  'POST /api/films/[slug]/comments': 'members',
  'GET /api/films/[slug]/removed-comments': 'members',
  'GET /api/comments/[id]': 'its author',
  'PATCH /api/comments/[id]': 'its author',
  'DELETE /api/comments/[id]': 'its author and staff',
  'POST /api/comments/[id]/removal': 'staff',
  'DELETE /api/comments/[id]/removal': 'staff',
  'PUT /api/films/[slug]/discussion': 'staff',
  'POST /api/internal/revalidate': 'our own functions',
  'POST /api/internal/deliveries': 'our own functions',
  'POST /api/internal/expire': 'our own functions',
  'GET /calendar.ics': 'anybody',
  'GET /films/[slug]/calendar.ics': 'anybody',
  'GET /films/[slug]/opengraph-image': 'anybody',
  // The last: nobody's session outlives it.
  'DELETE /api/me/sessions': 'whoever is signed in',
};

/** What a page shows to whom: `its caller` alone sees what is theirs, and nobody sees anything of others. */
export const pages: Record<string, 'the same to all' | 'its caller'> = {
  '/[page]': 'the same to all',
  '/account': 'its caller',
  '/auditoriums/[id]': 'the same to all',
  '/confirm': 'the same to all',
  '/desk': 'the same to all',
  '/desk/scan': 'the same to all',
  '/desk/screenings/[id]': 'the same to all',
  '/films': 'the same to all',
  '/films/[slug]': 'the same to all',
  '/films/[slug]/comments': 'the same to all',
  '/films/[slug]/comments/[id]': 'the same to all',
  '/forgotten-password': 'the same to all',
  '/join': 'the same to all',
  '/members/[id]': 'the same to all',
  '/new-password': 'the same to all',
  // What is in them is asked by the browser, with its own session.
  '/orders': 'the same to all',
  '/orders/[id]': 'the same to all',
  '/people/[slug]': 'the same to all',
  '/programme': 'the same to all',
  '/programme/[day]': 'the same to all',
  '/screenings/[id]': 'the same to all',
  '/search': 'the same to all',
  '/sign-in': 'the same to all',
};

/** `allowed`, or the status and code of the refusal. */
export function expectedOutcome(route: string, { standing }: Caller): string {
  const access = table[route];
  const changes = !route.startsWith('GET ');
  if (standing === 'forger' && changes) return '403 cross-origin';
  if (access === 'anybody') return 'allowed';
  if (access === 'our own functions') return standing === 'internal' ? 'allowed' : '403 forbidden';
  if (standing === 'nobody') {
    return access === 'anybody, with or without a session' ? 'allowed' : '401 session-required';
  }
  if (standing === 'rejected' || standing === 'internal') return '401 session-invalid';
  if (access === 'anybody, with or without a session' || access === 'whoever is signed in') return 'allowed';
  if (access === 'its buyer') return standing === 'author' ? 'allowed' : '404 not-found';
  if (standing === 'powerless') return '403 forbidden';
  if (standing === 'banned') return '403 banned';
  if (access === 'members') return 'allowed';
  // A forger's browser has an admin's cookie; who reads is told, and another site cannot see it.
  if (access === 'staff') return ['staff', 'forger'].includes(standing) ? 'allowed' : '403 forbidden';
  if (standing === 'author' || (standing === 'staff' && access === 'its author and staff')) return 'allowed';
  return '404 not-found';
}
