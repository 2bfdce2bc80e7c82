import { defineAct } from '@/app/_cache/define-route';
import { confirmOrder } from '@/lib/orders/change-order';
import { orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { ORDER_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: 'orders:buy',
  limit: ORDER_LIMIT,
  params: orderParamsSchema,
  response: orderSchema,
  handler: ({ params, session }) => confirmOrder(params.id, { id: session.user.id, isStaff: false }),
});
