import type { Document, Long } from 'bson';
import { CommandError, NO_SUCH_TRANSACTION } from './errors';

/** What a transaction needs of a PostgreSQL connection. */
export interface Statements {
  rows(text: string, values: unknown[]): Promise<unknown[][]>;
  run(text: string): Promise<void>;
}

const REMEMBERED_COMMITS = 10_000;

/**
 * Commits of the last while, by session and transaction number, with PostgreSQL's own transaction id. A driver that lost
 * its connection in the middle of a commit asks again on another one; PostgreSQL then knows what became of it.
 */
export class CommitLog {
  private readonly ids = new Map<string, string>();

  remember(key: string, transactionId: string): void {
    this.ids.set(key, transactionId);
    const oldest = this.ids.size > REMEMBERED_COMMITS ? this.ids.keys().next().value : undefined;
    if (oldest !== undefined) this.ids.delete(oldest);
  }

  find(key: string): string | undefined {
    return this.ids.get(key);
  }
}

/** The transaction of one client connection. In load-balanced mode a driver keeps one on one connection. */
export class TransactionState {
  private key: string | null = null;
  private state: 'none' | 'open' | 'aborted' | 'committed' = 'none';

  constructor(
    private readonly session: Statements,
    private readonly commits: CommitLog,
  ) {}

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** Brings PostgreSQL to where this command belongs: in the transaction, or outside of any. */
  async enter(envelope: Document): Promise<void> {
    if (envelope['autocommit'] !== false) {
      if (this.isOpen) await this.rollback();
      return;
    }
    const key = keyOf(envelope);
    if (envelope['startTransaction'] === true) {
      if (this.isOpen) await this.rollback();
      await this.session.run('BEGIN ISOLATION LEVEL REPEATABLE READ');
      this.key = key;
      this.state = 'open';
      return;
    }
    if (this.key !== key || !this.isOpen) throw noSuchTransaction();
  }

  /** A failed statement ends the transaction; PostgreSQL would refuse the rest of it anyway. */
  async fail(): Promise<void> {
    if (this.isOpen) await this.rollback();
  }

  async commit(envelope: Document): Promise<void> {
    const key = keyOf(envelope);
    if (this.key === key && this.state === 'committed') return;
    if (this.key !== key || !this.isOpen) return this.confirmEarlierCommit(key);
    const [row] = await this.session.rows('SELECT pg_current_xact_id_if_assigned()::text', []);
    if (typeof row?.[0] === 'string') this.commits.remember(key, row[0]);
    await this.session.run('COMMIT');
    this.state = 'committed';
  }

  async abort(envelope: Document): Promise<void> {
    if (this.key !== keyOf(envelope) || !this.isOpen) throw noSuchTransaction();
    await this.rollback();
  }

  private async confirmEarlierCommit(key: string): Promise<void> {
    const transactionId = this.commits.find(key);
    if (!transactionId) throw noSuchTransaction();
    const [row] = await this.session.rows('SELECT pg_xact_status($1::text::xid8)', [transactionId]);
    if (row?.[0] !== 'committed') throw noSuchTransaction();
  }

  private async rollback(): Promise<void> {
    this.state = 'aborted';
    await this.session.run('ROLLBACK');
  }
}

function keyOf(envelope: Document): string {
  const lsid = envelope['lsid'] as { id?: { toString(encoding?: string): string } } | undefined;
  const number = envelope['txnNumber'] as Long | number | undefined;
  return `${lsid?.id?.toString('hex')}:${number?.toString()}`;
}

function noSuchTransaction(): CommandError {
  return new CommandError(NO_SUCH_TRANSACTION, 'The transaction has been aborted or was never started', true);
}
