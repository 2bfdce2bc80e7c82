import { defineIdentityEvent } from '../../lib/http/handle-event';
import { requireAllowedEmail } from '../../lib/sign-up/check-sign-up';

/** Somebody wants to join: any 4xx makes Identity refuse them. The page has asked `/api/sign-up/check` for the reason. */
export default async (request: Request): Promise<Response> =>
  defineIdentityEvent(request, 'validate', async ({ email }) => {
    requireAllowedEmail(email);
    return new Response(null, { status: 204 });
  });
