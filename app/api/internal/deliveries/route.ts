import * as z from 'zod/mini';
import { defineAct } from '@/app/_cache/define-route';
import { deliverAll } from '@/app/_cache/outbox';
import { internalSecret } from '@/lib/http/verifiers';

/** For the scheduled function: does what the outbox holds. */
export const POST = defineAct({
  access: { signed: internalSecret },
  limit: { notCounted: 'Only our own functions and scripts know the secret.' },
  response: z.object({ sent: z.int(), postponed: z.int(), failed: z.int() }),
  handler: deliverAll,
});
