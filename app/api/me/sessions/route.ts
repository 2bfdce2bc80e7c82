import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { signOutEverywhere } from '@/lib/accounts/own-account';
import { ACCOUNT_CHANGE_LIMIT } from '@/lib/rate-limit/limits';

export const DELETE = defineAct({
  access: 'sessions:end',
  limit: ACCOUNT_CHANGE_LIMIT,
  response: z.null(),
  handler: async ({ session, now }) => {
    await signOutEverywhere(session, now);
    return null;
  },
});
