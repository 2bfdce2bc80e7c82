import { handleEvent } from '../../lib/http/handle-event';
import { mirrorQuietly } from '../../lib/members/mirror-event';
import { rolesAtSignUp } from '../../lib/sign-up/default-roles';

/** Somebody has joined: gives the roles and mirrors. The answer replaces `app_metadata`, so it holds all of it. */
export default async (request: Request): Promise<Response> =>
  handleEvent(request, 'signup', async (user, receivedAt) => {
    const roles = await rolesAtSignUp(user);
    await mirrorQuietly({ ...user, roles }, receivedAt);
    return Response.json({ app_metadata: { ...user.appMetadata, roles } });
  });
