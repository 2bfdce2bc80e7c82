import { defineAct } from '@/app/_cache/define-route';
import { cancelTickets } from '@/lib/orders/change-order';
import { cancellationInputSchema, orderParamsSchema, orderSchema } from '@/lib/orders/schema';

export const POST = defineAct({
  access: 'orders:own',
  params: orderParamsSchema,
  body: cancellationInputSchema,
  response: orderSchema,
  handler: ({ params, body, session }) =>
    cancelTickets(params.id, { id: session.user.id, isStaff: false }, body.tickets),
});
