import { defineRoute } from '@/lib/http/define-route';
import { confirmOrder } from '@/lib/orders/change-order';
import { orderParamsSchema, orderSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'orders:buy',
  params: orderParamsSchema,
  response: orderSchema,
  handler: ({ params, session }) => confirmOrder(params.id, { id: session.user.id, isStaff: false }),
});
