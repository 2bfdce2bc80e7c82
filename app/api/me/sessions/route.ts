import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { signOutEverywhere } from '@/lib/accounts/own-account';

export const DELETE = defineAct({
  access: 'sessions:end',
  response: z.null(),
  handler: async ({ session, now }) => {
    await signOutEverywhere(session, now);
    return null;
  },
});
