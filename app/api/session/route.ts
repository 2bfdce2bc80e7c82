import * as z from 'zod/mini';
import { defineRoute } from '@/lib/http/define-route';
import { EXPIRED_SESSION_COOKIE } from '@/lib/identity/wire';

/** Signs this browser out. Asks nobody: it works with Identity down and without a session. */
export const DELETE = defineRoute({
  access: 'public',
  response: z.null(),
  headers: { 'set-cookie': EXPIRED_SESSION_COOKIE },
  handler: async () => null,
});
