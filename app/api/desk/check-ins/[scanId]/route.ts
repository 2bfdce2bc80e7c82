import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { undoCheckIn } from '@/lib/orders/check-in';
import { reasonInputSchema, scanParamsSchema } from '@/lib/orders/desk-schema';
import { CHECK_IN_LIMIT } from '@/lib/rate-limit/limits';

/** Undoes a check-in. */
export const DELETE = defineAct({
  access: { permission: 'desk:check-in', fresh: true },
  limit: CHECK_IN_LIMIT,
  params: scanParamsSchema,
  body: reasonInputSchema,
  response: z.null(),
  async handler({ params, body, session, requestId }) {
    await undoCheckIn(params.scanId, body.reason, { id: session.user.id, requestId });
    return null;
  },
});
