import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { closeMongoClient } from '../../lib/db/client';
import { confirmOrder } from '../../lib/orders/change-order';
import { holdSeats } from '../../lib/orders/hold';
import { listScreeningsBetween } from '../../lib/screenings/screenings';
import { newKey } from '../fixtures/sale';
import { type Site, startSite } from '../fixtures/site';
import { createAccount, type TestAccount } from '../fixtures/test-identity';

/** The whole way of a mail: the built site, the outbox, SMTP, the mailbox of this machine. */

let site: Site;
let oona: TestAccount;
let screeningId: string;
beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), seed: 'small' });
  process.env.MONGODB_URI = site.mongodbUri;
  process.env.IDENTITY_URL = site.identityUrl;
  process.env.IDENTITY_OPERATOR_TOKEN = site.operatorToken;
  // The site makes its collections on the first request.
  await fetch(`${site.url}/api/programme`);
  oona = await createAccount();
  const [from, to] = [new Date(Date.now() + 86_400_000), new Date(Date.now() + 7 * 86_400_000)];
  const small = (await listScreeningsBetween(from, to)).filter(
    ({ screening }) => screening.auditorium.id === 'cellar',
  );
  screeningId = small.at(-1)?.screening.id ?? '';
}, 240_000);
afterAll(async () => {
  await closeMongoClient();
  await site?.stop();
});

interface Mail {
  subject: string;
  text: string;
  links: string[];
  messageId: string;
  attachments: { filename: string; text: string }[];
}
async function mailbox(): Promise<Mail[]> {
  const response = await fetch(`${site.url}/__local/mail.json?to=${encodeURIComponent(oona.email)}`);
  return (await response.json()) as Mail[];
}
async function post(path: string, body: unknown, key?: string) {
  const response = await fetch(`${site.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${oona.accessToken}`,
      'content-type': 'application/json',
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { id: string; state: string; tickets: { seat: string; code: string }[] };
}
const seat = (name: string) => ({ seat: name, category: 'full' });

it('whoever orders gets a mail right after the answer, and another one for a cancellation', async () => {
  const { id } = await post('/api/orders', { screeningId, tickets: [seat('A1'), seat('A2')] }, newKey());
  const order = await post(`/api/orders/${id}/confirmation`, {});
  expect(order.state).toBe('confirmed');
  await expect.poll(mailbox, { timeout: 30_000 }).toHaveLength(1);
  const [mail] = await mailbox();
  expect(mail?.subject).toContain('Your tickets: ');
  for (const { code } of order.tickets) expect(mail?.text).toContain(`Code ${code}`);
  expect(mail?.links).toEqual([`${site.url}/orders/${id}`]);
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
    'seat-A1.png',
    'seat-A2.png',
    'screening.ics',
  ]);
  expect(mail?.attachments[2]?.text).toContain('BEGIN:VEVENT');

  await post(`/api/orders/${id}/cancellation`, {});
  await expect.poll(mailbox, { timeout: 30_000 }).toHaveLength(2);
  expect((await mailbox())[0]?.subject).toContain('Cancelled: ');
}, 90_000);

it('the scheduled function sends what a process did not live to send', async () => {
  // Confirmed here, where nobody delivers after the answer.
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  const buyer = { memberId: oona.id, soldBy: null };
  const input = { screeningId, tickets: [seat('C1')] };
  const { id } = await holdSeats({ buyer, input, idempotencyKey: newKey() });
  await confirmOrder(id, { id: oona.id, isStaff: false });
  const before = await mailbox();
  const { status } = await fetch(`${site.functionsUrl}/deliver-outbox`, { method: 'POST' });
  expect(status).toBe(204);
  const [mail, ...others] = await mailbox();
  expect(others).toEqual(before);
  expect(mail?.links).toEqual([`${site.url}/orders/${id}`]);
});

it('the site says that it sends mails, and that nothing is late', async () => {
  const health = await fetch(`${site.url}/api/health`);
  expect(await health.json()).toMatchObject({ emails: 'on', outbox: { lateMinutes: null, failed: 0 } });
});
