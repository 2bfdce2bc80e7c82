import { defineAct } from '@/app/_cache/define-route';
import { seatTags } from '@/app/api/orders/seat-tags';
import { cancelTickets } from '@/lib/orders/change-order';
import { deskCancellationInputSchema } from '@/lib/orders/desk-schema';
import { orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { DESK_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'desk:sell', fresh: true },
  limit: DESK_LIMIT,
  params: orderParamsSchema,
  body: deskCancellationInputSchema,
  response: orderSchema,
  async handler({ params, body: { tickets, reason }, session, requestId, changed, deliver }) {
    const staff = { id: session.user.id, isStaff: true, requestId, reason };
    const order = await cancelTickets(params.id, staff, tickets);
    changed(...(await seatTags(order)));
    deliver();
    return order;
  },
});
