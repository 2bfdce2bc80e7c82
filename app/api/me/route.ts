import { defineAct, defineRead } from '@/app/_cache/define-route';
import { meInputSchema, meSchema } from '@/lib/accounts/schema';
import { updateName } from '@/lib/accounts/own-account';
import { getMe } from '@/lib/accounts/me';
import { tagsForMember } from '@/app/_cache/tags';
import { ACCOUNT_CHANGE_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'optional',
  response: meSchema,
  cache: 'none',
  handler: ({ session }) => getMe(session),
});

export const PATCH = defineAct({
  // Fresh, so that the previous name is known for certain: the same one again changes nothing.
  access: { permission: 'profile:edit', fresh: true },
  limit: ACCOUNT_CHANGE_LIMIT,
  body: meInputSchema,
  response: meSchema,
  async handler({ session, body, changed }) {
    if (body.name === session.user.name) return getMe(session);
    const renamed = await updateName(session, body.name);
    changed(...(await tagsForMember(session.user.id)));
    return getMe(renamed);
  },
});
