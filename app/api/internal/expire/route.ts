import * as z from 'zod/mini';
import { defineRoute } from '@/lib/http/define-route';
import { requireSecret } from '@/lib/http/require-secret';
import { changedContentSchema } from '@/lib/site/schema';
import { expireTags } from '../../../cache/expire';
import { tagsOfChange } from '../../../cache/tags-of-change';

/** For functions and scripts, which cannot reach Next's cache themselves. */
export const POST = defineRoute({
  access: 'public',
  body: changedContentSchema,
  answer: z.null(),
  headers: { 'cache-control': 'private, no-store' },
  async handler({ request, body }) {
    requireSecret(request);
    expireTags(...(await tagsOfChange(body)));
    return null;
  },
});
