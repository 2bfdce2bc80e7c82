import { defineAct, defineRead } from '@/app/_cache/define-route';
import { holdSeats } from '@/lib/orders/hold';
import { listOrders } from '@/lib/orders/listings';
import { holdInputSchema, orderListSchema, orderSchema } from '@/lib/orders/schema';
import { OWN_LIST_LIMIT, ORDER_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'orders:own',
  limit: OWN_LIST_LIMIT,
  response: orderListSchema,
  cache: 'none',
  handler: ({ session }) => listOrders(session.user.id),
});

export const POST = defineAct({
  access: 'orders:buy',
  limit: ORDER_LIMIT,
  body: holdInputSchema,
  idempotent: true,
  status: 201,
  response: orderSchema,
  handler: ({ body, session, idempotencyKey }) =>
    holdSeats({ buyer: { memberId: session.user.id, soldBy: null }, input: body, idempotencyKey }),
});
