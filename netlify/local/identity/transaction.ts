import type { AuditEntry } from './audit';
import type { Clock } from './clock';
import type { RefreshToken, Store } from './store';
import { toRow, type Column, type User } from './user';

/**
 * Collects writes and applies them together. Until then nobody else sees them, and a hook that fails leaves nothing
 * behind: GoTrue calls hooks inside its database transaction (contract 4.3).
 */
export class Transaction {
  readonly #writes: (() => void)[] = [];

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  insert(user: User): void {
    const row = toRow(user);
    this.#writes.push(() => this.store.users.set(row.id, row));
  }

  /**
   * Writes only these columns, as they are now. `updatedAt` moves in the caller's object but is never stored:
   * GoTrue leaves it out of every partial update (contract 1.0).
   */
  update(user: User, ...columns: Column[]): void {
    user.updatedAt = this.clock.stamp('micro');
    const now = toRow(user);
    const changes = Object.fromEntries(columns.map((column) => [column, now[column]]));
    this.#writes.push(() => {
      const row = this.store.users.get(user.id);
      if (row) this.store.users.set(user.id, { ...row, ...changes });
    });
  }

  delete(userId: string): void {
    this.#writes.push(() => this.store.users.delete(userId));
  }

  addAudit(entry: AuditEntry): void {
    this.#writes.push(() => this.store.addAudit(entry));
  }

  addRefreshToken(token: RefreshToken): void {
    this.#writes.push(() => this.store.refreshTokens.set(token.token, token));
  }

  revoke(token: RefreshToken): void {
    this.#writes.push(() => this.store.refreshTokens.set(token.token, { ...token, revoked: true }));
  }

  deleteRefreshTokens(userId: string): void {
    this.#writes.push(() => {
      for (const token of this.store.refreshTokens.values()) {
        if (token.userId === userId) this.store.refreshTokens.delete(token.token);
      }
    });
  }

  commit(): void {
    for (const write of this.#writes) write();
    if (this.#writes.length > 0) this.store.changed();
  }
}
