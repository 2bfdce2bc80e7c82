import { cinema } from '../cinema';
import { type EmailContent, type EmailFact, emailHtml, emailText, escapeContent } from './layout';

interface Money {
  amountMinor: number;
  currency: string;
}

interface EmailTicket {
  id: string;
  seat: string;
  zoneLabel: string;
  categoryLabel: string;
  price: Money;
  state: 'valid' | 'cancelled';
  code: string | null;
}

/** What a mail says of an order. */
export interface EmailOrder {
  id: string;
  film: { title: string };
  auditorium: { name: string };
  startsAt: string;
  cancelUntil: string;
  tickets: EmailTicket[];
  total: Money;
  taxes: { rate: number; amount: Money }[];
  payment: { due: Money };
}

interface WrittenEmail {
  subject: string;
  text: string;
  html: string;
}

/** After an order was confirmed: what was bought, what to pay and where, the codes for the door. */
export function orderEmail(order: EmailOrder, site: URL): WrittenEmail {
  const tickets = order.tickets.filter(({ state }) => state === 'valid');
  const { due } = order.payment;
  const facts: EmailFact[] = [
    ...whenAndWhere(order),
    ...tickets.map((ticket) => ticketFact(ticket, site)),
    {
      heading: 'Total',
      value: [formatMoney(order.total), ...order.taxes.map(formatTax)].join(', '),
    },
    ...(due.amountMinor > 0 ? [{ heading: 'Box office', value: cinema.boxOffice }] : []),
  ];
  const payment =
    due.amountMinor > 0
      ? `Please pay ${formatMoney(due)} at the box office before the film.`
      : 'There is nothing left to pay.';
  return write({
    subject: `Your tickets: ${order.film.title}, ${shortTime(order.startsAt)}`,
    paragraphs: [
      'Thank you for your order. These seats are yours:',
      payment,
      tickets.some(({ code }) => code !== null)
        ? 'At the door show the code of each ticket, on your phone or on paper. If the scanner can’t read one, we type it in.'
        : 'At the door give us your name.',
      `Plans changed? You can cancel online until ${longTime(order.cancelUntil)}.`,
    ],
    button: 'See your order',
    link: orderLink(order, site),
    facts,
    footnotes: [whyYou(site)],
  });
}

/** After tickets of an order were cancelled: which, what is left, and what happens with the money. */
export function cancelledEmail(order: EmailOrder, ticketIds: readonly string[], site: URL): WrittenEmail {
  const seats = (list: EmailTicket[]) => list.map(({ seat }) => seat).join(', ');
  const cancelled = order.tickets.filter(({ id }) => ticketIds.includes(id));
  const left = order.tickets.filter(({ state }) => state === 'valid');
  const { due } = order.payment;
  const owed = { ...due, amountMinor: Math.abs(due.amountMinor) };
  const money = {
    refund: `Come to the box office with this e-mail and you get ${formatMoney(owed)} back.`,
    due: `That leaves ${formatMoney(owed)} to pay at the box office.`,
    none: 'There is nothing to pay.',
  }[due.amountMinor < 0 ? 'refund' : due.amountMinor > 0 ? 'due' : 'none'];
  return write({
    subject: `Cancelled: ${order.film.title}, ${shortTime(order.startsAt)}`,
    paragraphs: [
      cancelled.length === 1 ? 'This ticket is cancelled:' : 'These tickets are cancelled:',
      money,
      left.length > 0
        ? `Your other tickets stay valid: ${seats(left)}.`
        : 'The codes of this order no longer work at the door.',
      `If you didn’t cancel, write to ${cinema.email} or call ${cinema.phone}.`,
    ],
    button: 'See your order',
    link: orderLink(order, site),
    facts: [
      ...whenAndWhere(order),
      { heading: cancelled.length === 1 ? 'Seat' : 'Seats', value: seats(cancelled) },
    ],
    footnotes: [whyYou(site)],
  });
}

function write(content: EmailContent): WrittenEmail {
  return {
    subject: content.subject,
    text: emailText(cinema, content),
    html: emailHtml(cinema, escapeContent(content)),
  };
}

function ticketFact({ id, seat, zoneLabel, categoryLabel, price, code }: EmailTicket, site: URL): EmailFact {
  const value = `${zoneLabel}, ${categoryLabel}, ${formatMoney(price)}`;
  if (code === null) return { heading: `Seat ${seat}`, value };
  const picture = { cid: pictureId(id, site), alt: `Code of seat ${seat}` };
  return { heading: `Seat ${seat}`, value: `${value}\nCode ${code}`, picture };
}

/** The content id under which the picture of a ticket's code comes along. */
export const pictureId = (ticketId: string, site: URL): string => `${ticketId}@${site.hostname}`;

function whenAndWhere({ film, startsAt, auditorium }: EmailOrder): EmailFact[] {
  const { street, city } = cinema.address;
  return [
    { heading: 'Film', value: film.title },
    { heading: 'Starts', value: longTime(startsAt) },
    { heading: 'Where', value: `${auditorium.name}, ${cinema.name}, ${street}, ${city}` },
  ];
}

const orderLink = ({ id }: EmailOrder, site: URL): string => new URL(`/orders/${id}`, site).href;

const whyYou = (site: URL): string =>
  `You get this e-mail because of an order at ${site.host}. It went to the address of your account.`;

/** In the cinema's clock, its zone named: whoever reads it may be elsewhere. */
function longTime(instant: string): string {
  return new Intl.DateTimeFormat(cinema.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: cinema.timeZone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}

function shortTime(instant: string): string {
  return new Intl.DateTimeFormat(cinema.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: cinema.timeZone,
  }).format(new Date(instant));
}

function formatMoney({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(cinema.locale, { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const formatTax = ({ rate, amount }: EmailOrder['taxes'][number]): string =>
  `of which ${formatMoney(amount)} tax (${rate}%)`;
