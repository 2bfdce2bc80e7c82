import { cinema } from '../cinema';
import { BOX_OFFICE, openAmount, paymentState } from './payments';
import type { StoredOrder } from './orders';
import { sumOf, taxesIn } from './prices';
import { formatTicketCode } from './ticket-code';
import type { SaleScreening } from '../screenings/sale';
import type { Order } from './schema';

/** An order as its buyer and staff see it. A hold whose time is over by the database's clock has lapsed. */
export function toPublicOrder(order: StoredOrder, screening: SaleScreening): Order {
  const prices = order.tickets.filter(({ state }) => state === 'valid').map(({ price }) => price);
  const currency = order.tickets[0]?.price.currency ?? cinema.currency;
  return {
    id: order.id,
    screeningId: order.screeningId,
    state: order.state === 'held' && order.heldUntil <= screening.now ? 'lapsed' : order.state,
    heldUntil: order.heldUntil.toISOString(),
    now: screening.now.toISOString(),
    canExtend: order.state === 'held' && !order.extended,
    cancelUntil: screening.cancelUntil.toISOString(),
    film: order.film,
    auditorium: order.auditorium,
    startsAt: order.startsAt.toISOString(),
    screening: { state: screening.state, startsAt: screening.startsAt.toISOString() },
    tickets: order.tickets.map(({ admission, price, companionOf: _companionOf, ...ticket }) => ({
      ...ticket,
      price: { amountMinor: price.amountMinor, currency: price.currency },
      admittedAt: admission && admission.at.toISOString(),
      code:
        order.state === 'confirmed' && ticket.state === 'valid'
          ? formatTicketCode(ticket.id, order.screeningId)
          : null,
    })),
    total: { ...sumOf(prices), currency },
    taxes: taxesIn(prices),
    payment: {
      state: paymentState(order.payments),
      method: BOX_OFFICE,
      due: { amountMinor: openAmount(order.payments), currency },
    },
  };
}
