import * as z from 'zod/mini';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/parse-document';

/**
 * Who has signed out everywhere. Identity then takes no refresh token of theirs, but its access tokens go on until they
 * expire (contract 2.2), so we refuse those ourselves. A token does not say when it was issued, only when it expires.
 */
interface SignOutDocument {
  _id: string;
  at: Date;
  /** The latest expiry that a token of before can have: every one up to this is refused. */
  tokensUntil: Date;
}

/** How long an access token lives: GoTrue's default, which is Netlify's (contract 2.1). */
const TOKEN_LIFE_MS = 60 * 60 * 1000;

const storedSchema = z.object({ tokensUntil: z.date() });

const signOuts = defineCollection<SignOutDocument>({
  name: 'sign-outs',
  schema: {
    bsonType: 'object',
    required: ['_id', 'at', 'tokensUntil'],
    properties: {
      _id: { bsonType: 'string', minLength: 1 },
      at: { bsonType: 'date' },
      tokensUntil: { bsonType: 'date' },
    },
  },
  // Only tidies up: by then each token that it refuses has expired in Identity too.
  indexes: [{ name: 'tidy', key: { tokensUntil: 1 }, expireAfterSeconds: 60 }],
});

/**
 * From now on every token that this user has is refused. `expiresAt` is the expiry of the newest one that is known: where
 * tokens live longer than an hour, or Identity's clock is ahead of ours, it is later than we would reckon, and counts.
 */
export async function revokeTokens(userId: string, expiresAt: Date | null, now: Date): Promise<void> {
  const tokensUntil = new Date(Math.max(now.getTime() + TOKEN_LIFE_MS, expiresAt?.getTime() ?? 0));
  // The later one counts when two sign out at once.
  const later = { $max: { at: now, tokensUntil } };
  await (await signOuts()).updateOne({ _id: userId }, later, { upsert: true });
}

/** Whether a token that expires then was issued before its user signed out everywhere. One query. */
export async function isRevoked(userId: string, expiresAt: Date | null): Promise<boolean> {
  const record = await (await signOuts()).findOne({ _id: userId });
  if (!record) return false;
  // A token that never expires may be of any time.
  return expiresAt === null || expiresAt <= parseDocument('sign-outs', storedSchema, record).tokensUntil;
}

const claimsSchema = z.object({ exp: z.optional(z.number()) });

/**
 * When an access token expires; null when it never does. Pure. Only for a token that Identity has just taken: nothing in
 * here looks at its signature.
 */
export function tokenExpiry(verifiedToken: string): Date | null {
  const payload = verifiedToken.split('.')[1] ?? '';
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const { exp } = z.parse(claimsSchema, claims);
  return exp === undefined ? null : new Date(exp * 1000);
}
