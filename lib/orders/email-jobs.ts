import * as z from 'zod';
import type { Transaction } from '../db/transaction';
import { cancelledEmail, orderEmail, pictureId } from '../emails/order-emails';
import { sendEmail, sendsEmails } from '../emails/send-email';
import { ticketPicture } from '../emails/ticket-picture';
import { env } from '../env';
import { findUserById } from '../identity/gotrue';
import { enqueue, type Handlers, type Job, PermanentDeliveryError } from '../outbox/outbox';
import { toIcs } from '../screenings/calendar';
import type { SaleScreening } from '../screenings/sale';
import { toPublicOrder } from './mapping';
import { findOrderWithScreening, type StoredOrder } from './orders';
import type { Order } from './schema';

/**
 * Stores that the buyer is to be told of the last change of an order, in its transaction. A sale at the desk without an
 * account has nobody to write to, and without a mail server nothing would ever be sent.
 */
export async function enqueueOrderEmail(
  order: StoredOrder,
  event: { kind: 'mail.order' } | { kind: 'mail.cancelled'; ticketIds: string[] },
  session: Transaction,
): Promise<void> {
  if (order.memberId === null || !sendsEmails()) return;
  const { kind, ...more } = event;
  const id = `${order.id}:${kind === 'mail.order' ? 'confirmed' : 'cancelled'}:${order.history.length}`;
  await enqueue({ id, kind, payload: { orderId: order.id, ...more } }, new Date(), session);
}

/** Who sends them, when their turn in the outbox comes. */
export const orderEmailHandlers: Handlers = {
  async 'mail.order'(payload, job) {
    const { orderId } = z.object({ orderId: z.string() }).parse(payload);
    const told = await readForEmail(orderId);
    // It was cancelled before we came to write; another mail says so.
    if (told?.order.state !== 'confirmed') return;
    const { order, to, site, screening } = told;
    const calendar = { filename: 'screening.ics', content: calendarOf(screening, order, site) };
    const pictures = await picturesOf(order, site);
    const email = orderEmail(order, site);
    await sendEmail({ to, ...email, calendar, pictures, messageId: messageIdOf(job, site) });
  },
  async 'mail.cancelled'(payload, job) {
    const { orderId, ticketIds } = z
      .object({ orderId: z.string(), ticketIds: z.array(z.string()) })
      .parse(payload);
    const told = await readForEmail(orderId);
    if (!told) return;
    const { order, to, site } = told;
    await sendEmail({ to, ...cancelledEmail(order, ticketIds, site), messageId: messageIdOf(job, site) });
  },
};

/** The order as it is now and its buyer's address, which is asked of Identity and stored nowhere. Null without a buyer. */
async function readForEmail(
  orderId: string,
): Promise<{ order: Order; screening: SaleScreening; to: string; site: URL } | null> {
  const found = await findOrderWithScreening(orderId);
  if (!found || found.order.memberId === null) return null;
  const user = await findUserById(found.order.memberId);
  if (!user) throw new PermanentDeliveryError('The account is gone');
  const site = new URL(env('URL') ?? 'http://localhost:8888');
  const { screening } = found;
  return { order: toPublicOrder(found.order, screening), screening, to: user.email, site };
}

/** The codes of the valid tickets, to be scanned. */
function picturesOf({ tickets }: Order, site: URL) {
  const valid = tickets.flatMap(({ id, seat, code }) => (code === null ? [] : [{ id, seat, code }]));
  return Promise.all(
    valid.map(async ({ id, seat, code }) => ({
      cid: pictureId(id, site),
      filename: `seat-${seat}.png`,
      content: await ticketPicture(code),
    })),
  );
}

function calendarOf(screening: SaleScreening, { film, auditorium }: Order, site: URL): string {
  const { id, format, subtitles, features } = screening;
  const [startsAt, endsAt] = [screening.startsAt.toISOString(), screening.endsAt.toISOString()];
  const entry = { id, format, subtitles, features, startsAt, endsAt, auditorium };
  return toIcs(film.title, [{ film, screening: entry }], site);
}

const messageIdOf = ({ id }: Job, site: URL): string => `<${id.replaceAll(':', '.')}@${site.hostname}>`;
