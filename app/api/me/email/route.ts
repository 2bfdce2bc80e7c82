import { defineAct } from '@/app/_cache/define-route';
import { emailInputSchema, meSchema } from '@/lib/accounts/schema';
import { askForNewEmail } from '@/lib/accounts/own-account';
import { getMe } from '@/lib/accounts/me';

export const PUT = defineAct({
  access: 'profile:edit',
  body: emailInputSchema,
  response: meSchema,
  handler: async ({ session, body, now }) => getMe(await askForNewEmail(session, body.email, now)),
});
