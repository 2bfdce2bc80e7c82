import { defineIdentityEvent } from '../../lib/http/define-identity-event';
import { tryMirrorUser } from '../../lib/members/members';

/** Somebody signs in: mirrors what Identity says of them, and changes nothing there. */
export default async (request: Request): Promise<Response> =>
  defineIdentityEvent(request, 'login', async (user, receivedAt) => {
    await tryMirrorUser(user, receivedAt);
    return new Response(null, { status: 204 });
  });
