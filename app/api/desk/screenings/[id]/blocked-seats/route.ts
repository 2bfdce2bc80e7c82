import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { blockSeatsOf, unblockSeatsOf } from '@/lib/orders/desk-acts';
import { blockInputSchema, screeningParamsSchema } from '@/lib/orders/desk-schema';
import { DESK_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  params: screeningParamsSchema,
  body: blockInputSchema,
  response: z.null(),
  async handler({ params, body, session, requestId }) {
    await blockSeatsOf(params.id, body, { id: session.user.id, isStaff: true, requestId });
    return null;
  },
});

export const DELETE = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  params: screeningParamsSchema,
  body: blockInputSchema,
  response: z.null(),
  async handler({ params, body, session, requestId }) {
    await unblockSeatsOf(params.id, body, { id: session.user.id, isStaff: true, requestId });
    return null;
  },
});
