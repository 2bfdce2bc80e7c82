import { filmTag, PROGRAMME_TAG } from '@/app/_cache/tags';
import { hasFewSeats } from '@/lib/orders/availability';
import type { Order } from '@/lib/orders/schema';

/**
 * The tags of pages that say something else about a screening once an order has taken or given back its seats: only where few
 * are left is their number shown. Elsewhere a sale changes no page.
 */
export async function seatTags({ screeningId, film, tickets }: Order): Promise<string[]> {
  const isShown = await hasFewSeats(screeningId, tickets.length);
  return isShown ? [filmTag(film.slug), PROGRAMME_TAG] : [];
}
