import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Mail } from '../mailbox/mail';
import { Outbox } from '../mailbox/outbox';
import type { AuditEntry } from './audit';
import { fromRow, type User } from './user';

export interface RefreshToken {
  token: string;
  userId: string;
  revoked: boolean;
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
