import { defineAct } from '@/app/_cache/define-route';
import { refund } from '@/lib/orders/desk-acts';
import { reasonInputSchema } from '@/lib/orders/desk-schema';
import { orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { DESK_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  params: orderParamsSchema,
  body: reasonInputSchema,
  response: orderSchema,
  handler: ({ params, body, session, requestId }) =>
    refund(params.id, { id: session.user.id, isStaff: true, requestId, reason: body.reason }),
});
