import sharp from 'sharp';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { cinema } from '../cinema';
import { cancelledEmail, type EmailOrder, orderEmail } from './order-emails';
import { ticketPicture } from './ticket-picture';

const site = new URL('https://cinema.example');
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const ticket = (seat: string, state: 'valid' | 'cancelled' = 'valid') => ({
  id: seat,
  seat,
  zoneLabel: 'Back',
  categoryLabel: 'Full price',
  price: euros(1100),
  state,
  code: state === 'valid' ? `CODE${seat}` : null,
});
const order: EmailOrder = {
  id: 'f00d',
  film: { title: 'Tom & <Jerry>' },
  auditorium: { name: 'Grand' },
  // In summer, when the cinema's clock is not UTC's.
  startsAt: '2026-07-03T18:30:00.000Z',
  cancelUntil: '2026-07-03T17:30:00.000Z',
  tickets: [ticket('B1'), ticket('B2')],
  total: euros(2200),
  taxes: [{ rate: 9, amount: euros(182) }],
  payment: { due: euros(2200) },
};
const time = (iso: string, zone = cinema.timeZone) =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(new Date(iso));

test('an order: what, when in the cinema’s clock, where, which seats, what to pay, how to get in', () => {
  const { subject, text } = orderEmail(order, site);
  expect(subject).toContain(`Your tickets: Tom & <Jerry>, `);
  expect(subject).toContain(time(order.startsAt));
  const lines = text.split('\n');
  expect(lines[0]).toBe('Thank you for your order. These seats are yours:');
  expect(lines).toContain('Film: Tom & <Jerry>');
  expect(lines.find((line) => line.startsWith('Starts: '))).toMatch(
    new RegExp(`2026.*${time(order.startsAt)} \\S+$`),
  );
  expect(lines).toContain(`Where: Grand, ${cinema.name}, ${cinema.address.street}, ${cinema.address.city}`);
  expect(text).toContain('Seat B1: Back, Full price, €11.00\nCode CODEB1\n');
  expect(lines).toContain('Total: €22.00, of which €1.82 tax (9%)');
  expect(text).toContain('Please pay €22.00 at the box office before the film.');
  expect(lines).toContain(`Box office: ${cinema.boxOffice}`);
  expect(text).toContain(time(order.cancelUntil));
  expect(text).toContain('See your order:\nhttps://cinema.example/orders/f00d\n');
});

test('a free or paid one asks for no money', () => {
  const { text } = orderEmail({ ...order, payment: { due: euros(0) } }, site);
  expect(text).toContain('There is nothing left to pay.');
  expect(text).not.toContain('Please pay');
});

test('codes that don’t exist are not promised', () => {
  const tickets = order.tickets.map((each) => ({ ...each, code: null }));
  const { text } = orderEmail({ ...order, tickets }, site);
  expect(text).toContain('At the door give us your name.');
  expect(text).not.toContain('ode ');
});

test('the HTML says the same, and a title with markup in it is text', () => {
  const { html } = orderEmail(order, site);
  expect(html).toContain('Tom &amp; &lt;Jerry&gt;');
  expect(html).toContain('Back, Full price, €11.00<br>Code CODEB1');
  expect(html).toContain('<img src="cid:B1@cinema.example" alt="Code of seat B1"');
  expect(html).not.toContain('<Jerry>');
  // Nothing is loaded from anywhere: the pictures come along.
  expect(html.replaceAll('src="cid:', '')).not.toMatch(/<(link|script|style)\b|\bsrc=|\{\{/);
});

test.each([
  [-1100, 'Come to the box office with this e-mail and you get €11.00 back.'],
  [1100, 'That leaves €11.00 to pay at the box office.'],
  [0, 'There is nothing to pay.'],
])('a cancellation with %i cents open: %s', (amountMinor, sentence) => {
  const tickets = [ticket('B1'), ticket('B2', 'cancelled')];
  const { subject, text } = cancelledEmail(
    { ...order, tickets, payment: { due: euros(amountMinor) } },
    ['B2'],
    site,
  );
  expect(subject).toContain('Cancelled: Tom & <Jerry>, ');
  expect(text).toContain('This ticket is cancelled:');
  expect(text).toContain('Seat: B2');
  expect(text).toContain('Your other tickets stay valid: B1.');
  expect(text).toContain(sentence);
});

test('of all tickets: no code works any more', () => {
  const tickets = [ticket('B1', 'cancelled'), ticket('B2', 'cancelled')];
  const { text } = cancelledEmail({ ...order, tickets }, ['B1', 'B2'], site);
  expect(text).toContain('These tickets are cancelled:');
  expect(text).toContain('Seats: B1, B2');
  expect(text).toContain('The codes of this order no longer work at the door.');
});

test('the picture of a code is its QR code, module by module', async () => {
  const code = '04HGQ2M7K3Z8V5N1X9C6B0T4R7W2Y5D8F3G1J';
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const image = sharp(await ticketPicture(code))
    .greyscale()
    .raw();
  const { data: pixels, info } = await image.toBuffer({ resolveWithObject: true });
  const centre = (module: number) => Math.floor(((module + 0.5) * info.width) / size);
  const seen = data.map((row, y) =>
    row.map((_, x) => (pixels[(centre(y) * info.width + centre(x)) * info.channels] ?? 255) < 128),
  );
  expect(seen).toEqual(data);
});
