import { cinema } from '../cinema';
import { addDays, cinemaDay, toInstant } from '../cinema-time';
import { authorsById } from '../members/authors';
import { findEmail } from '../members/contact';
import { getSaleScreening, listSaleScreenings, type SaleScreening } from '../screenings/sale';
import { seatsOf } from '../seating/schema';
import type { DeskOrder, DeskOrderDetails, DeskOrders, DeskScreenings } from './desk-schema';
import { toPublicOrder } from './mapping';
import { findOrderWithScreening, orderNotFound, type StoredOrder } from './orders';
import { listOrdersOfScreening, sumTakings } from './orders-of-screening';
import { planOf } from './sale';
import { countSeatStates, listBlocked } from './seats';
import { readTicketCode } from './ticket-code';

/** A day's screenings and how they sell. Three queries, and one for each plan that is new to this process. */
export async function listDeskScreenings(day: string | undefined, now: Date): Promise<DeskScreenings> {
  const today = cinemaDay(now);
  const shown = day ?? today;
  const screenings = await listSaleScreenings(toInstant(shown), toInstant(addDays(shown, 1)));
  const ids = screenings.map(({ id }) => id);
  const [states, takings, plans] = await Promise.all([
    countSeatStates(ids, screenings[0]?.now ?? now),
    sumTakings(ids),
    Promise.all(screenings.map(planOf)),
  ]);
  return {
    day: shown,
    today,
    screenings: screenings.map((screening, index) => {
      const plan = plans[index];
      const seats = plan ? seatsOf(plan).filter(({ kind }) => kind !== 'out-of-order').length : 0;
      const { sold = 0, held = 0, blocked = 0 } = states.get(screening.id) ?? {};
      const { due = 0, paid = 0, refunded = 0 } = takings.get(screening.id) ?? {};
      const free = seats - sold - held - blocked;
      const money = (amountMinor: number) => ({ amountMinor, currency: currencyOf(screening) });
      const sums = { expected: money(due), received: money(paid - refunded) };
      return { ...toDeskScreening(screening), seats, sold, held, blocked, free, takings: sums };
    }),
  };
}

/**
 * A screening's orders with who bought them, found by a name, a seat or a ticket's code. Four queries; Identity is asked
 * about members whom the mirror lacks, within the bounds of `authorsById`. Throws `not-found`.
 */
export async function listDeskOrders(screeningId: string, search = ''): Promise<DeskOrders> {
  const [screening, found, blocked] = await Promise.all([
    getSaleScreening(screeningId),
    listOrdersOfScreening(screeningId),
    listBlocked(screeningId),
  ]);
  const live = found.filter(({ state, heldUntil }) => state !== 'held' || heldUntil > screening.now);
  const all = await withBuyers(live, screening);
  const orders = all.filter(isFoundBy(search, screeningId));
  return { screening: toDeskScreening(screening), orders: orders.map(withoutCodes), blocked };
}

/** One order with its codes, its buyer and their address. Two queries, and Identity is asked. Throws `not-found`. */
export async function getDeskOrder(id: string): Promise<DeskOrderDetails> {
  const found = await findOrderWithScreening(id);
  if (!found) throw orderNotFound();
  const { memberId } = found.order;
  const [[order], email] = await Promise.all([
    withBuyers([found.order], found.screening),
    memberId === null ? null : findEmail(memberId),
  ]);
  if (!order) throw orderNotFound();
  return { ...order, email };
}

async function withBuyers(list: readonly StoredOrder[], screening: SaleScreening): Promise<DeskOrder[]> {
  const people = await authorsById(list.flatMap(({ memberId }) => memberId ?? []));
  return list.map((order) => {
    const { memberId, soldBy } = order;
    const person = memberId === null ? undefined : people.get(memberId);
    const nobody =
      soldBy === null
        ? { kind: 'deleted' as const, name: 'Former member' }
        : { kind: 'door' as const, name: 'Door sale' };
    const buyer = person
      ? { kind: person.kind === 'deleted' ? ('deleted' as const) : ('member' as const), name: person.name }
      : nobody;
    return { ...toPublicOrder(order, screening), buyer: { ...buyer, memberId } };
  });
}

function isFoundBy(search: string, screeningId: string): (order: DeskOrder) => boolean {
  const text = search.trim();
  if (text === '') return () => true;
  const ticketId = readTicketCode(text, screeningId);
  const [name, seat] = [fold(text), text.toUpperCase().replaceAll(' ', '')];
  return ({ buyer, tickets }) =>
    tickets.some((ticket) => ticket.id === ticketId || ticket.seat === seat) ||
    fold(buyer.name).includes(name);
}

/** So that "Zoe" finds "Zoë". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function withoutCodes(order: DeskOrder): DeskOrder {
  return { ...order, tickets: order.tickets.map((ticket) => ({ ...ticket, code: null })) };
}

function toDeskScreening(screening: SaleScreening): DeskOrders['screening'] {
  const { id, filmId, filmTitle, auditoriumId, auditoriumName, startsAt, state } = screening;
  return {
    id,
    film: { slug: filmId, title: filmTitle },
    auditorium: { id: auditoriumId, name: auditoriumName },
    startsAt: startsAt.toISOString(),
    state,
  };
}

function currencyOf({ prices }: SaleScreening): string {
  return prices[0]?.price.currency ?? cinema.currency;
}
