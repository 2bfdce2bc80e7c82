import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { database } from '../db/client';
import { inTransaction } from '../db/transaction';
import { deliverDue, enqueue, getOutboxHealth, type Handlers, PermanentDeliveryError } from './outbox';

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await useTestDatabase();
});
beforeEach(() => emptyCollections('outbox'));
afterAll(() => drop());

const start = new Date('2026-12-01T20:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const job = (number = 1) => ({ id: `order:confirmed:${number}`, kind: 'mail', payload: { number } });

/** A handler that writes down what it gets, and answers each try with the next of `outcomes`, then with nothing. */
function recorder(...outcomes: unknown[]) {
  const seen: unknown[] = [];
  const handlers: Handlers = {
    async mail(payload) {
      seen.push(payload);
      const outcome = outcomes.shift();
      if (outcome !== undefined) throw outcome;
    },
  };
  return { handlers, seen };
}
async function stored(): Promise<unknown[]> {
  const found = await (await database()).collection('outbox').find().sort({ _id: 1 }).toArray();
  return found.map(({ _id, state, tries, error }) => ({ _id, state, tries, error }));
}

describe('putting a job in', () => {
  it('happens with the write that causes it, or not at all', async () => {
    const refused = inTransaction(async (session) => {
      await enqueue(job(), start, session);
      throw new Error('The write was refused');
    });
    await expect(refused).rejects.toThrow('The write was refused');
    expect(await stored()).toEqual([]);
    await inTransaction((session) => enqueue(job(), start, session));
    expect(await stored()).toEqual([{ _id: 'order:confirmed:1', state: 'due', tries: 0, error: null }]);
  });

  it('happens once for the same event, also after it was done', async () => {
    const { handlers, seen } = recorder();
    await enqueue(job(), start);
    await deliverDue(handlers, { limit: 5, now: start });
    await enqueue(job(), after(1));
    await deliverDue(handlers, { limit: 5, now: after(2) });
    expect(seen).toEqual([{ number: 1 }]);
  });
});

describe('doing what is due', () => {
  it('does each once, the oldest first, and no more than the limit', async () => {
    const { handlers, seen } = recorder();
    for (const number of [2, 1, 3]) await enqueue(job(number), after(number));
    expect(await deliverDue(handlers, { limit: 2, now: after(9) })).toEqual({
      sent: 2,
      postponed: 0,
      failed: 0,
    });
    expect(seen).toEqual([{ number: 1 }, { number: 2 }]);
    await deliverDue(handlers, { limit: 2, now: after(9) });
    await deliverDue(handlers, { limit: 2, now: after(9) });
    expect(seen).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('leaves alone what is not due yet', async () => {
    const { handlers, seen } = recorder();
    await enqueue(job(), after(1));
    await deliverDue(handlers, { limit: 5, now: start });
    expect(seen).toEqual([]);
  });

  it('sends each once when several deliver at the same time', async () => {
    const { handlers, seen } = recorder();
    const numbers = Array.from({ length: 12 }, (_, k) => k);
    for (const number of numbers) await enqueue(job(number), start);
    for (let round = 0; seen.length < numbers.length && round < numbers.length; round += 1) {
      await Promise.all([1, 2, 3, 4].map(() => deliverDue(handlers, { limit: 5, now: start })));
    }
    const sent = seen.map((payload) => (payload as { number: number }).number);
    expect(sent.toSorted((a, b) => a - b)).toEqual(numbers);
  });

  it('does again what a process claimed and then died with, once the lease is over', async () => {
    const { handlers, seen } = recorder();
    await enqueue(job(), start);
    // Claimed, and nobody ever comes back from it.
    void deliverDue({ mail: () => new Promise(() => undefined) }, { limit: 1, now: start });
    await expect.poll(stored).toMatchObject([{ state: 'due', tries: 1 }]);
    await deliverDue(handlers, { limit: 1, now: after(4) });
    expect(seen).toEqual([]);
    await deliverDue(handlers, { limit: 1, now: after(5) });
    await deliverDue(handlers, { limit: 1, now: after(11) });
    expect(seen).toEqual([{ number: 1 }]);
    expect(await stored()).toMatchObject([{ state: 'sent', tries: 2 }]);
  });

  it('gives up a job with which five processes died', async () => {
    const { handlers, seen } = recorder();
    await enqueue(job(), start);
    await (await database()).collection<{ _id: string }>('outbox').updateOne({}, { $set: { tries: 5 } });
    expect(await deliverDue(handlers, { limit: 1, now: start })).toMatchObject({ failed: 1 });
    expect(seen).toEqual([]);
  });

  it('finds what is due by an index', async () => {
    await enqueue(job(), start);
    const [claim] = await recordCommands(() => deliverDue({}, { limit: 1, now: start }));
    expect(claim && (await planStages(claim))).toContain('IXSCAN');
  });
});

describe('what fails', () => {
  const down = new Error('451 of the mail server');

  it('is tried again after 1, 5, 30 and 120 minutes, then given up and left to be seen', async () => {
    const { handlers, seen } = recorder(down, down, down, down, down);
    await enqueue(job(), start);
    const tries: number[] = [];
    for (let minute = 0; minute < 300; minute += 1) {
      const { postponed, failed } = await deliverDue(handlers, { limit: 1, now: after(minute) });
      if (postponed + failed > 0) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 6, 36, 156]);
    expect(seen).toHaveLength(5);
    expect(await stored()).toMatchObject([
      { state: 'failed', tries: 5, error: 'Error: 451 of the mail server' },
    ]);
    expect(await getOutboxHealth(after(300))).toEqual({ lateMinutes: null, failed: 1 });
  });

  it('is not tried again when that would change nothing', async () => {
    const { handlers, seen } = recorder(new PermanentDeliveryError('550'));
    await enqueue(job(), start);
    expect(await deliverDue(handlers, { limit: 1, now: start })).toMatchObject({ failed: 1 });
    await deliverDue(handlers, { limit: 1, now: after(999) });
    expect(seen).toHaveLength(1);
  });

  it('keeps nobody else waiting', async () => {
    const { handlers, seen } = recorder(down);
    await enqueue(job(1), start);
    await enqueue(job(2), after(1));
    expect(await deliverDue(handlers, { limit: 5, now: after(2) })).toEqual({
      sent: 1,
      postponed: 1,
      failed: 0,
    });
    expect(seen).toHaveLength(2);
  });

  it('says nothing of addresses', async () => {
    const { handlers } = recorder(new Error('550 <oona@marquee.example>: unknown'));
    await enqueue(job(), start);
    await deliverDue(handlers, { limit: 1, now: start });
    expect(await stored()).toMatchObject([{ error: 'Error: 550 <***@***>: unknown' }]);
  });
});

describe('whether it is late', () => {
  it('says by how many minutes, for the oldest that is due for more than a quarter of an hour', async () => {
    await enqueue(job(1), start);
    await enqueue(job(2), after(10));
    expect(await getOutboxHealth(after(15))).toEqual({ lateMinutes: null, failed: 0 });
    expect(await getOutboxHealth(after(40))).toEqual({ lateMinutes: 40, failed: 0 });
  });
});
