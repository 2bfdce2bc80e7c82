import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { undoCheckIn } from '@/lib/orders/check-in';
import { scanParamsSchema, undoInputSchema } from '@/lib/orders/desk-schema';
import { CHECK_IN_LIMIT } from '@/lib/rate-limit/limits';

/** Undoes a check-in. */
export const DELETE = defineAct({
  access: { permission: 'desk:check-in', fresh: true },
  limit: CHECK_IN_LIMIT,
  params: scanParamsSchema,
  body: undoInputSchema,
  response: z.null(),
  async handler({ params, body, session, requestId }) {
    await undoCheckIn(params.scanId, body.reason, { id: session.user.id, requestId });
    return null;
  },
});
