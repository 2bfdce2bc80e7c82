import { defineRoute } from '@/lib/http/define-route';
import { emailInputSchema, meSchema } from '@/lib/accounts/schema';
import { askForNewEmail } from '@/lib/accounts/own-account';
import { getMe } from '@/lib/accounts/me';

export const PUT = defineRoute({
  access: 'profile:edit',
  body: emailInputSchema,
  response: meSchema,
  handler: async ({ session, body }) => getMe(await askForNewEmail(session, body.email, new Date())),
});
