import { afterAll, beforeAll, expect, it } from 'vitest';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { inTransaction } from '../db/transaction';
import * as audit from './audit';

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await useTestDatabase();
});
afterAll(() => drop());

function entry(action: string, second: number): audit.AuditEntry {
  return {
    at: new Date(Date.UTC(2026, 10, 20, 18, 0, second)),
    by: 'a-staff-member',
    action,
    subject: { kind: 'order', id: 'an-order' },
    before: { state: 'confirmed' },
    after: { state: 'cancelled' },
    reason: null,
    requestId: 'a-request',
  };
}

it('keeps what was done to an order, the oldest first, read by an index', async () => {
  await inTransaction(async (session) => {
    await audit.recordAudit(entry('order.cancelled', 2), session);
    await audit.recordAudit(entry('order.paid', 1), session);
  });
  let entries: audit.AuditEntry[] = [];
  const [read] = await recordCommands(async () => {
    entries = await audit.listAuditEntries('an-order');
  });
  expect(entries).toEqual([entry('order.paid', 1), entry('order.cancelled', 2)]);
  expect(read && (await planStages(read))).not.toContain('COLLSCAN');
  expect(await audit.listAuditEntries('another-order')).toEqual([]);
});

it('writes nothing when the act itself fails', async () => {
  const act = inTransaction(async (session) => {
    await audit.recordAudit({ ...entry('order.paid', 3), subject: { kind: 'order', id: 'failed' } }, session);
    throw new Error('the act fails');
  });
  await expect(act).rejects.toThrow('the act fails');
  expect(await audit.listAuditEntries('failed')).toEqual([]);
});

it('offers no way to change or to delete an entry', () => {
  expect(Object.keys(audit).toSorted()).toEqual(['listAuditEntries', 'recordAudit']);
});
