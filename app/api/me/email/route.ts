import { defineAct } from '@/app/_cache/define-route';
import { emailInputSchema, meSchema } from '@/lib/accounts/schema';
import { askForNewEmail } from '@/lib/accounts/own-account';
import { getMe } from '@/lib/accounts/me';
import { EMAIL_CHANGE_LIMIT } from '@/lib/rate-limit/limits';

export const PUT = defineAct({
  access: 'profile:edit',
  limit: EMAIL_CHANGE_LIMIT,
  body: emailInputSchema,
  response: meSchema,
  handler: async ({ session, body, now }) => getMe(await askForNewEmail(session, body.email, now)),
});
