import * as z from 'zod';
import { cinema } from '../cinema';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import type { User } from '../identity/schema';

/** Why somebody is banned, and until when; null means permanently. */
const banSchema = z.object({ reason: z.string(), until: z.nullable(z.date()) });
export type Ban = z.infer<typeof banSchema>;

type BanDocument = Ban & { _id: string };

const bans = defineCollection<BanDocument>({
  name: 'bans',
  schema: {
    bsonType: 'object',
    required: ['_id', 'reason', 'until'],
    properties: {
      _id: { bsonType: 'string', minLength: 1 },
      reason: { bsonType: 'string', minLength: 1 },
      until: { bsonType: ['date', 'null'] },
    },
  },
  indexes: [],
});

/** The ban that holds at `now`, by our own record or by a role in Identity. One query. */
export async function findActiveBan(user: Pick<User, 'id' | 'appMetadata'>, now: Date): Promise<Ban | null> {
  const record = await (await bans()).findOne({ _id: user.id });
  // A record that cannot be read lets nobody in: it throws.
  const ban = record && parseDocument('bans', banSchema, record);
  if (ban && (ban.until === null || ban.until > now)) return ban;
  return hasBannedRole(user.appMetadata) ? { reason: 'This account has been suspended.', until: null } : null;
}

/** Bars an account, or gives its ban another reason and end. */
export async function setBan(userId: string, { reason, until }: Ban): Promise<void> {
  await (await bans()).updateOne({ _id: userId }, { $set: { reason, until } }, { upsert: true });
}

/**
 * Whether Identity bars the account: a role that begins with "banned", in any letter case, in `app_metadata.roles` or in
 * `app_metadata.authorization.roles` (where Netlify looks for the roles of outside providers).
 */
export function hasBannedRole(appMetadata: Record<string, unknown>): boolean {
  const { roles, authorization } = appMetadata;
  return [...listOf(roles), ...listOf(rolesOf(authorization))].some(
    (role) => typeof role === 'string' && /^\s*banned/i.test(role),
  );
}

/** A single role may also be a plain string. */
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function rolesOf(authorization: unknown): unknown {
  return typeof authorization === 'object' && authorization !== null && 'roles' in authorization
    ? authorization.roles
    : undefined;
}

/** Tells a banned person why, until when, and what they can still do. */
export function formatBanText({ reason, until }: { reason: string; until: Date | null }): string {
  const end = until ? `until ${formatEnd(until)}` : 'permanently';
  return `This account has been suspended ${end}. The reason: ${reason} You can still read everything. If you think this is wrong, write to ${cinema.email}.`;
}

function formatEnd(until: Date): string {
  return new Intl.DateTimeFormat(cinema.locale, {
    timeZone: cinema.timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(until);
}
