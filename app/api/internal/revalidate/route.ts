import * as z from 'zod/mini';
import { defineRoute } from '@/lib/http/define-route';
import { requireInternalSecret } from '@/lib/http/require-secret';
import { changedContentSchema } from '@/lib/revalidate/schema';
import { revalidateTags, tagsForChange } from '@/app/_cache/revalidate';

/** For functions and scripts, which cannot reach Next's cache themselves. */
export const POST = defineRoute({
  access: 'public',
  body: changedContentSchema,
  response: z.null(),
  async handler({ request, body }) {
    requireInternalSecret(request);
    revalidateTags(...(await tagsForChange(body)));
    return null;
  },
});
