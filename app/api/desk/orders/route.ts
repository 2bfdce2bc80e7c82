import { defineAct } from '@/app/_cache/define-route';
import { sellAtDesk } from '@/lib/orders/desk-acts';
import { deskSaleInputSchema } from '@/lib/orders/desk-schema';
import { orderSchema } from '@/lib/orders/schema';
import { DESK_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  body: deskSaleInputSchema,
  idempotent: true,
  status: 201,
  response: orderSchema,
  handler: ({ body, session, requestId, idempotencyKey }) =>
    sellAtDesk(body, idempotencyKey, { id: session.user.id, isStaff: true, requestId }),
});
