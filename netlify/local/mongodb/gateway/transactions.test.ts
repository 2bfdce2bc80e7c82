import { Long, UUID } from 'bson';
import { describe, expect, test } from 'vitest';
import { CommitLog, TransactionState, type Statements } from './transactions';

/** A connection that writes down what it is told and knows what became of transaction 77. */
function connection(status = 'committed'): Statements & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    async rows(text, values) {
      said.push(text.split('(')[0] ?? text);
      return text.includes('pg_xact_status') ? [[values[0] === '77' ? status : null]] : [['77']];
    },
    async run(text) {
      said.push(text);
    },
  };
}

const lsid = { id: new UUID('00112233-4455-6677-8899-aabbccddeeff') };
const envelope = (number: number, more: object = {}) => ({
  lsid,
  txnNumber: Long.fromNumber(number),
  autocommit: false,
  ...more,
});
const NO_SUCH = { code: 251, transient: true };

describe('TransactionState', () => {
  test('begins at the first command, goes on at the next, ends with the commit', async () => {
    const postgres = connection();
    const transaction = new TransactionState(postgres, new CommitLog());
    await transaction.enter(envelope(1, { startTransaction: true }));
    await transaction.enter(envelope(1));
    await transaction.commit(envelope(1));
    expect(postgres.said).toEqual([
      'BEGIN ISOLATION LEVEL REPEATABLE READ',
      'SELECT pg_current_xact_id_if_assigned',
      'COMMIT',
    ]);
    expect(transaction.isOpen).toBe(false);
  });

  test('after a failure everything but a new transaction is refused', async () => {
    const postgres = connection();
    const transaction = new TransactionState(postgres, new CommitLog());
    await transaction.enter(envelope(1, { startTransaction: true }));
    await transaction.fail();
    await expect(transaction.enter(envelope(1))).rejects.toMatchObject(NO_SUCH);
    await expect(transaction.commit(envelope(1))).rejects.toMatchObject(NO_SUCH);
    await transaction.enter(envelope(2, { startTransaction: true }));
    expect(transaction.isOpen).toBe(true);
  });

  test('a command outside of it, or a new one, rolls an open transaction back', async () => {
    const postgres = connection();
    const transaction = new TransactionState(postgres, new CommitLog());
    await transaction.enter(envelope(1, { startTransaction: true }));
    await transaction.enter({});
    await transaction.enter(envelope(2, { startTransaction: true }));
    expect(postgres.said).toEqual([
      'BEGIN ISOLATION LEVEL REPEATABLE READ',
      'ROLLBACK',
      'BEGIN ISOLATION LEVEL REPEATABLE READ',
    ]);
  });

  test.each([
    ['committed', true],
    ['aborted', false],
  ])('a commit asked again on another connection: %s', async (status, succeeds) => {
    const commits = new CommitLog();
    const first = new TransactionState(connection(), commits);
    await first.enter(envelope(1, { startTransaction: true }));
    await first.commit(envelope(1));
    const again = new TransactionState(connection(status), commits).commit(envelope(1));
    if (succeeds) await expect(again).resolves.toBeUndefined();
    else await expect(again).rejects.toMatchObject(NO_SUCH);
  });

  test('a commit of something never begun is refused', async () => {
    const transaction = new TransactionState(connection(), new CommitLog());
    await expect(transaction.commit(envelope(9))).rejects.toMatchObject(NO_SUCH);
  });
});
