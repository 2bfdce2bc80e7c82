import { defineRoute } from '@/lib/http/define-route';
import { meInputSchema, meSchema } from '@/lib/identity/schema';
import { changeName } from '@/lib/members/change-name';
import { getMe } from '@/lib/members/me';
import { revalidateTags } from '@/app/_cache/revalidate';
import { tagsForMember } from '@/app/_cache/revalidate';

export const GET = defineRoute({
  access: 'visitor',
  response: meSchema,
  handler: ({ session }) => getMe(session),
});

export const PATCH = defineRoute({
  access: 'profile:edit',
  body: meInputSchema,
  response: meSchema,
  async handler({ session, body }) {
    const renamed = await changeName(session, body.name);
    revalidateTags(...(await tagsForMember(session.user.id)));
    return getMe(renamed);
  },
});
