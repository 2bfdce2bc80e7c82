import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMailServer, type TestMailServer } from '../../e2e/fixtures/mail-server';
import { letHoldLapse, newKey, newMember, openBoxOffice, sellScreening } from '../../e2e/fixtures/sale';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import {
  askAsOperator,
  createAccount,
  type TestAccount,
  useTestIdentity,
} from '../../e2e/fixtures/test-identity';
import { deliverDue } from '../outbox/outbox';
import { cancelTickets, confirmOrder } from './change-order';
import { orderEmailHandlers } from './email-jobs';
import { holdSeats } from './hold';

let drop: () => Promise<void>;
let mailServer: TestMailServer;
let oona: TestAccount;
let screeningId: string;
beforeAll(useTestIdentity);
beforeAll(async () => {
  drop = await useTestDatabase();
  await openBoxOffice();
  oona = await createAccount();
});
beforeEach(async () => {
  mailServer = await startMailServer();
  vi.stubEnv('SMTP_URL', mailServer.url);
  vi.stubEnv('URL', 'https://marquee.example');
  vi.stubEnv('TICKET_KEY', 'k'.repeat(32));
  screeningId = await sellScreening();
  await emptyCollections('outbox');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await mailServer.stop();
});
afterAll(() => drop());

const as = (id: string) => ({ id, isStaff: false });
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const deliver = (now = new Date()) => deliverDue(orderEmailHandlers, { limit: 5, now });
async function hold(seats: string[], memberId: string | null = oona.id) {
  return holdSeats({
    buyer: memberId ? { memberId, soldBy: null } : { memberId: null, soldBy: newMember() },
    input: { screeningId, tickets: seats.map((seat) => ({ seat, category: 'full' })) },
    idempotencyKey: newKey(),
  });
}
async function order(seats: string[]) {
  return confirmOrder((await hold(seats)).id, as(oona.id));
}
async function outbox() {
  return ((await databaseContents()).outbox ?? []) as { state: string; tries: number; error: string }[];
}

describe('a confirmed order', () => {
  it('is mailed to the address of the account, with its codes and a calendar file', async () => {
    const { id, tickets, startsAt } = await order(['A1', 'B1']);
    expect(await deliver()).toEqual({ sent: 1, postponed: 0, failed: 0 });
    const [mail, ...more] = mailServer.received;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      envelopeTo: [oona.email],
      messageId: `<${id}.confirmed.2@marquee.example>`,
    });
    expect(mail?.subject).toContain('Your tickets: Up, ');
    for (const part of [mail?.text, mail?.html]) {
      for (const { seat, code } of tickets) {
        expect(part).toContain(`Seat ${seat}`);
        expect(part).toContain(`Code ${code}`);
      }
      expect(part).toContain(`https://marquee.example/orders/${id}`);
    }
    const [calendar] = mail?.attachments.filter(({ mimeType }) => mimeType === 'text/calendar') ?? [];
    const pictures = mail?.attachments.filter(({ mimeType }) => mimeType === 'image/png') ?? [];
    expect(pictures.map(({ contentId, disposition }) => [contentId, disposition])).toEqual(
      tickets.map((ticket) => [`<${ticket.id}@marquee.example>`, 'inline']),
    );
    expect(calendar).toMatchObject({ filename: 'screening.ics', mimeType: 'text/calendar' });
    const content = new TextDecoder().decode(calendar?.content as ArrayBuffer);
    expect(content).toContain(`DTSTART:${startsAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}`);
  });

  it('is mailed once, however often it is confirmed', async () => {
    const { id } = await order(['A1']);
    await confirmOrder(id, as(oona.id));
    await deliver();
    await deliver(later(999));
    expect(mailServer.received).toHaveLength(1);
  });

  it('stores no address', async () => {
    await order(['A1']);
    await deliver();
    const { members: _members, ...stored } = await databaseContents();
    expect(JSON.stringify(stored)).not.toContain(oona.email);
  });

  it('is not mailed when it was not confirmed after all', async () => {
    const lapsed = await hold(['A1']);
    await letHoldLapse(lapsed.id);
    await hold(['A1'], newMember());
    await expect(confirmOrder(lapsed.id, as(oona.id))).rejects.toMatchObject({ code: 'seats-taken' });
    expect(await outbox()).toEqual([]);
  });

  it('is not mailed for a sale at the desk without an account', async () => {
    const sale = await hold(['A1'], null);
    await confirmOrder(sale.id, { id: newMember(), isStaff: true });
    expect(await outbox()).toEqual([]);
  });

  it('works without a mail server, and leaves nothing behind', async () => {
    vi.stubEnv('SMTP_URL', '');
    expect((await order(['A1'])).state).toBe('confirmed');
    expect(await outbox()).toEqual([]);
  });
});

describe('a cancellation', () => {
  it('is mailed: which tickets, and which stay valid', async () => {
    const { id, tickets } = await order(['A1', 'A2', 'B1']);
    await deliver();
    await cancelTickets(id, as(oona.id), [tickets[1]?.id ?? '']);
    await cancelTickets(id, as(oona.id), [tickets[2]?.id ?? '']);
    await deliver();
    const cancelled = mailServer.received
      .slice(1)
      .toSorted((a, b) => (a.text ?? '').localeCompare(b.text ?? ''));
    expect(cancelled.map(({ subject }) => subject?.slice(0, 14))).toEqual([
      'Cancelled: Up,',
      'Cancelled: Up,',
    ]);
    expect(cancelled.map(({ text }) => /^Seat: .*$/m.exec(text ?? '')?.[0])).toEqual(
      expect.arrayContaining(['Seat: A2', 'Seat: B1']),
    );
    for (const { text } of cancelled) expect(text).toContain('Your other tickets stay valid: A1.');
    expect(new Set(mailServer.received.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('takes the place of the mail about the order, when that was not sent yet', async () => {
    const { id } = await order(['A1']);
    await cancelTickets(id, as(oona.id));
    expect(await deliver()).toEqual({ sent: 2, postponed: 0, failed: 0 });
    expect(mailServer.received.map(({ subject }) => subject?.split(':')[0])).toEqual(['Cancelled']);
  });
});

describe('a mail that can’t be sent now', () => {
  it.each<[string, () => Promise<void> | void, string]>([
    ['the mail server is down', () => mailServer.stop(), 'answered nothing to CONN (ESOCKET)'],
    ['it says nothing', () => void (mailServer.fault = 'silent'), 'answered nothing to CONN (ETIMEDOUT)'],
    [
      'it is busy (451)',
      () => void (mailServer.fault = { at: 'DATA', code: 451 }),
      'answered 451 to DATA (EMESSAGE)',
    ],
    [
      'the mailbox is full (452)',
      () => void (mailServer.fault = { at: 'RCPT TO', code: 452 }),
      'answered 452 to RCPT TO (EENVELOPE)',
    ],
    ['Identity is down', () => void vi.stubEnv('IDENTITY_URL', 'http://127.0.0.1:9'), 'identity-unavailable'],
  ])('is sent later, under the same id: %s', async (_, fail, error) => {
    const { id, state } = await order(['A1']);
    await fail();
    expect(await deliver()).toEqual({ sent: 0, postponed: 1, failed: 0 });
    expect([state, mailServer.received]).toEqual(['confirmed', []]);
    const [job] = await outbox();
    expect(job).toMatchObject({ state: 'due', tries: 1 });
    expect(job?.error).toContain(error);
    expect(JSON.stringify(job)).not.toContain(oona.email);

    useTestIdentity();
    await mailServer.stop();
    mailServer = await startMailServer();
    vi.stubEnv('SMTP_URL', mailServer.url);
    expect(await deliver()).toMatchObject({ sent: 0 });
    expect(await deliver(later(2))).toMatchObject({ sent: 1 });
    expect(mailServer.received.map(({ messageId }) => messageId)).toEqual([
      `<${id}.confirmed.2@marquee.example>`,
    ]);
  });
});

describe('a mail that nobody will ever take', () => {
  it.each<[string, { at: 'RCPT TO' | 'DATA'; code: number }]>([
    ['no such mailbox', { at: 'RCPT TO', code: 550 }],
    ['the mail is refused', { at: 'DATA', code: 554 }],
  ])('is given up at once: %s', async (_, fault) => {
    await order(['A1']);
    mailServer.fault = fault;
    expect(await deliver()).toEqual({ sent: 0, postponed: 0, failed: 1 });
    expect(await outbox()).toMatchObject([{ state: 'failed', tries: 1 }]);
    expect(JSON.stringify(await outbox())).not.toContain(oona.email);
  });

  it('is given up when the account is gone', async () => {
    const gone = await createAccount();
    const held = await hold(['A1'], gone.id);
    await confirmOrder(held.id, as(gone.id));
    await askAsOperator('DELETE', `/admin/users/${gone.id}`);
    expect(await deliver()).toMatchObject({ failed: 1 });
    expect(mailServer.received).toEqual([]);
  });
});
