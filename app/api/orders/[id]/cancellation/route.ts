import { defineAct } from '@/app/_cache/define-route';
import { cancelTickets } from '@/lib/orders/change-order';
import { cancellationInputSchema, orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { ORDER_LIMIT } from '@/lib/rate-limit/limits';
import { seatTags } from '../../seat-tags';

export const POST = defineAct({
  access: 'orders:own',
  limit: ORDER_LIMIT,
  params: orderParamsSchema,
  body: cancellationInputSchema,
  response: orderSchema,
  async handler({ params, body, session, changed, deliver }) {
    const order = await cancelTickets(params.id, { id: session.user.id, isStaff: false }, body.tickets);
    changed(...(await seatTags(order)));
    deliver();
    return order;
  },
});
