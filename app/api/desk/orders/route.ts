import { defineAct } from '@/app/_cache/define-route';
import { seatTags } from '@/app/api/orders/seat-tags';
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
  async handler({ body, session, requestId, idempotencyKey, changed }) {
    const staff = { id: session.user.id, isStaff: true, requestId } as const;
    const order = await sellAtDesk(body, idempotencyKey, staff);
    changed(...(await seatTags(order)));
    return order;
  },
});
