import * as z from 'zod/mini';
import { defineRoute } from '@/lib/http/define-route';
import { signOutEverywhere } from '@/lib/accounts/own-account';

export const DELETE = defineRoute({
  access: 'sessions:end',
  response: z.null(),
  handler: async ({ session }) => {
    await signOutEverywhere(session, new Date());
    return null;
  },
});
