import { defineAct } from '@/app/_cache/define-route';
import { confirmOrder } from '@/lib/orders/change-order';
import { orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { ORDER_LIMIT } from '@/lib/rate-limit/limits';
import { seatTags } from '../../seat-tags';

export const POST = defineAct({
  access: 'orders:buy',
  limit: ORDER_LIMIT,
  params: orderParamsSchema,
  response: orderSchema,
  async handler({ params, session, changed, deliver }) {
    const order = await confirmOrder(params.id, { id: session.user.id, isStaff: false });
    changed(...(await seatTags(order)));
    deliver();
    return order;
  },
});
