import { defineRoute } from '@/lib/http/define-route';
import { emailInputSchema, meSchema } from '@/lib/identity/schema';
import { askForNewEmail } from '@/lib/members/change-email';
import { getMe } from '@/lib/members/me';

export const PUT = defineRoute({
  access: 'profile:edit',
  body: emailInputSchema,
  response: meSchema,
  handler: async ({ session, body }) => getMe(await askForNewEmail(session, body.email, new Date())),
});
