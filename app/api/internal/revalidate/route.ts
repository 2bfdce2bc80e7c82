import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { tagsForChange } from '@/app/_cache/tags';
import { internalSecret } from '@/lib/http/verifiers';
import { changedContentSchema } from '@/lib/revalidate/schema';

/** For functions and scripts, which cannot reach Next's cache themselves. */
export const POST = defineAct({
  access: { signed: internalSecret },
  limit: { notCounted: 'Only our own functions and scripts know the secret.' },
  body: changedContentSchema,
  response: z.null(),
  async handler({ body, changed }) {
    changed(...(await tagsForChange(body)));
    return null;
  },
});
