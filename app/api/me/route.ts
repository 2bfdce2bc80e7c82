import { defineRoute } from '@/lib/http/define-route';
import { meInputSchema, meSchema } from '@/lib/accounts/schema';
import { updateName } from '@/lib/accounts/own-account';
import { getMe } from '@/lib/accounts/me';
import { revalidateTags, tagsForMember } from '@/app/_cache/revalidate';

export const GET = defineRoute({
  access: 'optional',
  response: meSchema,
  handler: ({ session }) => getMe(session),
});

export const PATCH = defineRoute({
  access: 'profile:edit',
  body: meInputSchema,
  response: meSchema,
  async handler({ session, body }) {
    const renamed = await updateName(session, body.name);
    revalidateTags(...(await tagsForMember(session.user.id)));
    return getMe(renamed);
  },
});
