import { recordAudit } from '../audit/audit';
import type { Transaction } from '../db/transaction';
import type { StoredOrder } from './orders';

interface Staff {
  id: string;
  requestId?: string;
  reason?: string;
}

/** Records what staff changed of an order, in the transaction of the change. */
export async function recordChange(
  order: StoredOrder,
  changed: StoredOrder,
  { id: by, requestId, reason }: Staff,
  session: Transaction,
): Promise<void> {
  const event = changed.history.at(-1);
  if (!event) throw new Error(`Order ${order.id} was changed without an event`);
  await recordAudit(
    {
      at: event.at,
      by,
      action: `order.${event.event}`,
      subject: { kind: 'order', id: order.id },
      before: summaryOf(order),
      after: summaryOf(changed),
      reason: reason ?? null,
      requestId: requestId ?? null,
    },
    session,
  );
}

/** Nothing of who bought it. */
function summaryOf({ state, tickets, payments }: StoredOrder) {
  return {
    state,
    tickets: tickets.map((ticket) => ({ id: ticket.id, seat: ticket.seat, state: ticket.state })),
    payments: payments.map(({ kind, amountMinor }) => ({ kind, amountMinor })),
  };
}
