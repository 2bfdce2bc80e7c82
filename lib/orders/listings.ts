import { toPublicOrder } from './mapping';
import { listOrdersWithScreenings } from './orders';
import type { OrderList } from './schema';

/** The most that a page shows: the newest come first. */
const ORDERS_MAX = 100;

/** A member's orders, the newest first: held, lapsed, confirmed and cancelled ones. One query. */
export async function listOrders(memberId: string): Promise<OrderList> {
  const found = await listOrdersWithScreenings(memberId, ORDERS_MAX);
  return { orders: found.map(({ order, screening }) => toPublicOrder(order, screening)) };
}
