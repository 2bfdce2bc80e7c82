import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { EXPIRED_SESSION_COOKIE } from '@/lib/identity/wire';

/** Signs this browser out. Asks nobody: it works with Identity down and without a session. */
export const DELETE = defineAct({
  access: 'public',
  limit: { notCounted: 'It asks nobody.' },
  response: z.null(),
  async handler({ setHeader }) {
    setHeader('set-cookie', EXPIRED_SESSION_COOKIE);
    return null;
  },
});
