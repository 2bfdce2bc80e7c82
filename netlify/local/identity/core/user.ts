import { randomUUID } from 'node:crypto';
import { type Clock, toStoredStamp } from './clock';
import { type JsonMap, sortedMap } from './json';

/** A user as GoTrue holds one; the data file keeps it with whole-second stamps, as MySQL would. */
export interface User {
  id: string;
  aud: string;
  role: string;
  email: string;
  encryptedPassword: string;
  confirmedAt: string | null;
  invitedAt: string | null;
  confirmationToken: string;
  confirmationSentAt: string | null;
  recoveryToken: string;
  recoverySentAt: string | null;
  emailChangeToken: string;
  emailChange: string;
  emailChangeSentAt: string | null;
  appMetadata: JsonMap | null;
  userMetadata: JsonMap | null;
  createdAt: string;
  updatedAt: string;
}

/** Whoever did it: a person, or one of the two ways to be the system. */
export type Actor = Pick<User, 'id' | 'email' | 'userMetadata'>;

export type Column = keyof User;

const stampColumns = [
  'confirmedAt',
  'invitedAt',
  'confirmationSentAt',
  'recoverySentAt',
  'emailChangeSentAt',
] as const satisfies Column[];

export interface NewUser {
  email: string;
  aud: string;
  encryptedPassword: string;
  userMetadata: JsonMap | null;
  /** Who vouches for the address: `email`, or an outside provider. */
  provider: string;
}

/** models.NewUser plus the provider, which every way of adding an account sets. */
export function newUser({ provider, ...given }: NewUser, clock: Clock): User {
  const now = clock.stamp('micro');
  return {
    id: randomUUID(),
    role: '',
    confirmedAt: null,
    invitedAt: null,
    confirmationToken: '',
    confirmationSentAt: null,
    recoveryToken: '',
    recoverySentAt: null,
    emailChangeToken: '',
    emailChange: '',
    emailChangeSentAt: null,
    appMetadata: { provider },
    createdAt: now,
    updatedAt: now,
    ...given,
  };
}

/** What is written: stamps lose their fraction, everything else is copied. */
export function toRow(user: User): User {
  const row = structuredClone(user);
  for (const column of stampColumns) {
    const stamp = row[column];
    if (stamp !== null) row[column] = toStoredStamp(stamp);
  }
  return { ...row, createdAt: toStoredStamp(row.createdAt), updatedAt: toStoredStamp(row.updatedAt) };
}

/** What is read: a map that was never sent comes back empty, no longer null (contract 1.0). */
export function fromRow(row: User): User {
  const user = structuredClone(row);
  return { ...user, appMetadata: user.appMetadata ?? {}, userMetadata: user.userMetadata ?? {} };
}

/** The user object of the API and of the hooks, fields in GoTrue's order. */
export function toWire(user: User): Record<string, unknown> {
  return {
    id: user.id,
    aud: user.aud,
    role: user.role,
    email: user.email,
    ...present('confirmed_at', user.confirmedAt),
    ...present('invited_at', user.invitedAt),
    ...present('confirmation_sent_at', user.confirmationSentAt),
    ...present('recovery_sent_at', user.recoverySentAt),
    ...present('new_email', user.emailChange),
    ...present('email_change_sent_at', user.emailChangeSentAt),
    app_metadata: sortedMap(user.appMetadata),
    user_metadata: sortedMap(user.userMetadata),
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}

function present(key: string, value: string | null): Record<string, string> {
  return value ? { [key]: value } : {};
}

/** gofrs/uuid's FromString: canonical, without hyphens, in braces or as a URN; null for anything else. */
export function parseUuid(text: string): string | null {
  const inner = /^\{(.*)\}$/.exec(text)?.[1] ?? /^urn:uuid:(.*)$/.exec(text)?.[1] ?? text;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(inner)) return inner.toLowerCase();
  const plain = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(inner);
  return plain ? plain.slice(1).join('-').toLowerCase() : null;
}

export const nilUuid = '00000000-0000-0000-0000-000000000000';
