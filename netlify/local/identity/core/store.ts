import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Mail, Outbox } from '../../mailbox/outbox';
import { type Column, fromRow, toRow, type User } from './user';
import type { Clock } from './clock';
import type { JsonMap } from './json';

export interface RefreshToken {
  token: string;
  userId: string;
  revoked: boolean;
  createdAt: string;
}

export interface AuditEntry {
  id: string;
  payload: JsonMap;
  createdAt: string;
}

interface DataFile {
  version: 1;
  users: User[];
  refreshTokens: RefreshToken[];
  mails: Mail[];
  /** Absent in files of earlier versions. */
  audit?: AuditEntry[];
}

/** Enough for some days of trying things; the file stays small. */
const auditCapacity = 1000;

/** Users, refresh tokens, mails and the audit log, in memory and in one JSON file that is replaced as a whole. */
export class Store {
  readonly users = new Map<string, User>();
  readonly refreshTokens = new Map<string, RefreshToken>();
  readonly outbox = new Outbox();
  /** Oldest first. */
  audit: AuditEntry[] = [];
  readonly #file: string | null;
  #pending: NodeJS.Immediate | null = null;

  /** @throws Error with one sentence when the file cannot be read */
  constructor(file: string | null) {
    this.#file = file;
    if (file !== null) this.#load(file);
  }

  findById(id: string): User | null {
    const row = this.users.get(id);
    return row ? fromRow(row) : null;
  }

  /** In any letter case, as MySQL's collation compares (contract 3.1). */
  findByEmail(email: string, aud: string): User | null {
    const wanted = collate(email);
    return this.#find((row) => row.aud === aud && collate(row.email) === wanted);
  }

  findByConfirmationToken(token: string): User | null {
    return this.#find((row) => row.confirmationToken === token);
  }

  findByRecoveryToken(token: string): User | null {
    return this.#find((row) => row.recoveryToken === token);
  }

  addAudit(entry: AuditEntry): void {
    this.audit.push(entry);
    if (this.audit.length > auditCapacity) this.audit.shift();
  }

  clear(): void {
    this.users.clear();
    this.refreshTokens.clear();
    this.outbox.clear();
    this.audit = [];
    this.changed();
  }

  /** Writes soon, once for all changes of this turn of the event loop. */
  changed(): void {
    if (this.#file === null || this.#pending !== null) return;
    this.#pending = setImmediate(() => this.flush());
  }

  flush(): void {
    if (this.#pending !== null) clearImmediate(this.#pending);
    this.#pending = null;
    if (this.#file === null) return;
    const data: DataFile = {
      version: 1,
      users: [...this.users.values()],
      refreshTokens: [...this.refreshTokens.values()],
      mails: this.outbox.all(),
      audit: this.audit,
    };
    mkdirSync(dirname(this.#file), { recursive: true });
    // A reader, or a crash in the middle, sees the old file or the new one, never half of one.
    const draft = `${this.#file}.${process.pid}.new`;
    writeFileSync(draft, JSON.stringify(data));
    renameSync(draft, this.#file);
  }

  #find(matches: (row: User) => boolean): User | null {
    for (const row of this.users.values()) if (matches(row)) return fromRow(row);
    return null;
  }

  #load(file: string): void {
    const data = readDataFile(file);
    if (data === null) return;
    for (const user of data.users) this.users.set(user.id, user);
    for (const token of data.refreshTokens) this.refreshTokens.set(token.token, token);
    this.outbox.load(data.mails);
    this.audit = data.audit ?? [];
  }
}

function readDataFile(file: string): DataFile | null {
  if (!existsSync(file)) return null;
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as DataFile;
    if (data.version === 1) return data;
  } catch {
    // Falls through to the sentence below.
  }
  throw new Error(`The accounts in ${file} cannot be read; \`npm run db:reset\` starts with an empty file.`);
}

/** utf8mb4_unicode_ci: letter case and accents do not count, nor do spaces at the end. */
export function collate(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ +$/, '');
}

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
