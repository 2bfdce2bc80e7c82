import { handleEvent } from '../../lib/http/handle-event';
import { mirrorQuietly } from '../../lib/members/mirror-event';

/** Somebody signs in: mirrors what Identity says of them, and changes nothing there. */
export default async (request: Request): Promise<Response> =>
  handleEvent(request, 'login', async (user, receivedAt) => {
    await mirrorQuietly(user, receivedAt);
    return new Response(null, { status: 204 });
  });
