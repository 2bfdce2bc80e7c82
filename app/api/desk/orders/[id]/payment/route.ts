import { defineAct } from '@/app/_cache/define-route';
import { takePayment } from '@/lib/orders/desk-acts';
import { orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { DESK_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  params: orderParamsSchema,
  response: orderSchema,
  handler: ({ params, session, requestId }) =>
    takePayment(params.id, { id: session.user.id, isStaff: true, requestId }),
});
