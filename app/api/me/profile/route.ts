import { defineRoute } from '@/lib/http/define-route';
import { getProfile, writeProfile } from '@/lib/members/profile';
import { profileInputSchema, profileSchema } from '@/lib/members/schema';

export const GET = defineRoute({
  access: 'profile:edit',
  response: profileSchema,
  handler: ({ session }) => getProfile(session.user.id),
});

export const PUT = defineRoute({
  access: 'profile:edit',
  body: profileInputSchema,
  response: profileSchema,
  handler: ({ session, body }) => writeProfile(session.user.id, body, new Date()),
});
