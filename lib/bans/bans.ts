import * as z from 'zod';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/parse-stored';
import type { User } from '../identity/schema';
import { hasBannedRole } from './policy';

/** Why somebody is banned, and until when; null is for good. */
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
