import { defineIdentityEvent } from '../../lib/http/define-identity-event';
import { tryMirrorUser } from '../../lib/members/members';
import { initialRoles } from '../../lib/accounts/initial-roles';

/** Somebody has joined: gives the roles and mirrors. The answer replaces `app_metadata`, so it holds all of it. */
export default async (request: Request): Promise<Response> =>
  defineIdentityEvent(request, 'signup', async (user, receivedAt) => {
    const roles = await initialRoles(user);
    await tryMirrorUser({ ...user, roles }, receivedAt);
    return Response.json({ app_metadata: { ...user.appMetadata, roles } });
  });
