import * as z from 'zod/mini';
import { defineAct, defineRead } from '@/app/_cache/define-route';
import { changeCategories, getOrder, releaseHold } from '@/lib/orders/change-order';
import { categoriesInputSchema, orderParamsSchema, orderSchema } from '@/lib/orders/schema';
import { ORDER_LIMIT } from '@/lib/rate-limit/limits';

export const GET = defineRead({
  access: 'orders:own',
  params: orderParamsSchema,
  response: orderSchema,
  cache: 'none',
  handler: ({ params, session }) => getOrder(params.id, { id: session.user.id, isStaff: false }),
});

export const PATCH = defineAct({
  access: 'orders:buy',
  limit: ORDER_LIMIT,
  params: orderParamsSchema,
  body: categoriesInputSchema,
  response: orderSchema,
  handler: ({ params, body, session }) =>
    changeCategories(params.id, { id: session.user.id, isStaff: false }, body.tickets),
});

/** Gives held seats back. */
export const DELETE = defineAct({
  access: 'orders:own',
  limit: ORDER_LIMIT,
  params: orderParamsSchema,
  response: z.null(),
  async handler({ params, session }) {
    await releaseHold(params.id, { id: session.user.id, isStaff: false });
    return null;
  },
});
