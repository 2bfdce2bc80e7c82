import { defineIdentityEvent } from '../../lib/http/define-identity-event';
import { requireAllowedEmail } from '../../lib/accounts/email-domains';

/** Somebody wants to join: any 4xx makes Identity refuse them. The page has asked `/api/sign-up/check` for the reason. */
export default async (request: Request): Promise<Response> =>
  defineIdentityEvent(request, 'validate', async ({ email }) => {
    requireAllowedEmail(email);
    return new Response(null, { status: 204 });
  });
