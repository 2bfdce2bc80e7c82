import { defineAct } from '@/app/_cache/define-route';
import { checkIn } from '@/lib/orders/check-in';
import { checkInInputSchema, checkInSchema } from '@/lib/orders/desk-schema';
import { CHECK_IN_LIMIT } from '@/lib/rate-limit/limits';

export const POST = defineAct({
  access: { permission: 'desk:check-in', fresh: true },
  limit: CHECK_IN_LIMIT,
  body: checkInInputSchema,
  response: checkInSchema,
  handler: ({ body, session, now }) => checkIn(body, session.user.id, now),
});
