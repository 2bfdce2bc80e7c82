import { defineAct, defineRead } from '@/app/_cache/define-route';
import { getProfile, writeProfile } from '@/lib/members/profile';
import { profileInputSchema, profileSchema } from '@/lib/members/schema';
import { ACCOUNT_CHANGE_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'profile:edit',
  response: profileSchema,
  cache: 'none',
  handler: ({ session }) => getProfile(session.user.id),
});

export const PUT = defineAct({
  access: 'profile:edit',
  limit: ACCOUNT_CHANGE_LIMIT,
  body: profileInputSchema,
  response: profileSchema,
  handler: ({ session, body, now }) => writeProfile(session.user.id, body, now),
});
