import * as z from 'zod/mini';
import { defineRoute } from '@/lib/http/define-route';
import { signOutEverywhere } from '@/lib/accounts/sign-out-everywhere';

/** Barred people too may end their sessions, so it asks for no permission, only for who calls. */
export const DELETE = defineRoute({
  access: 'visitor',
  response: z.null(),
  handler: async ({ session }) => {
    await signOutEverywhere(session);
    return null;
  },
});
