import * as z from 'zod/mini';
import { defineAct, defineRead } from '@/app/_cache/define-route';
import { releaseHold } from '@/lib/orders/change-order';
import { getDeskOrder } from '@/lib/orders/desk-listings';
import { deskOrderDetailsSchema } from '@/lib/orders/desk-schema';
import { orderParamsSchema } from '@/lib/orders/schema';
import { DESK_LIMIT, OWN_LIST_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: { permission: 'desk:sell', fresh: true },
  limit: OWN_LIST_LIMIT,
  params: orderParamsSchema,
  response: deskOrderDetailsSchema,
  cache: 'none',
  handler: ({ params }) => getDeskOrder(params.id),
});

/** Releases a hold. */
export const DELETE = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  params: orderParamsSchema,
  response: z.null(),
  async handler({ params, session, requestId }) {
    await releaseHold(params.id, { id: session.user.id, isStaff: true, requestId });
    return null;
  },
});
