import { defineRoute } from '@/lib/http/define-route';
import { meInputSchema, meSchema } from '@/lib/identity/schema';
import { changeName } from '@/lib/members/change-name';
import { getMe } from '@/lib/members/me';

export const GET = defineRoute({
  access: 'visitor',
  answer: meSchema,
  handler: ({ session }) => getMe(session),
});

export const PATCH = defineRoute({
  access: 'profile:edit',
  body: meInputSchema,
  answer: meSchema,
  handler: async ({ session, body }) => getMe(await changeName(session, body.name)),
});
