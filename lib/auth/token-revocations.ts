import * as z from 'zod/mini';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';

/**
 * Who has signed out everywhere. Identity then takes no refresh token of theirs, but its access tokens go on until they
 * expire (contract 2.2), so we refuse those ourselves. A token does not say when it was issued, only when it expires.
 */
interface RevocationDocument {
  _id: string;
  revokedAt: Date;
  /** The latest expiry that an earlier token can have: all tokens that expire by then are refused. */
  expiresAt: Date;
}

/** The lifetime of an access token: GoTrue's default, which Netlify uses (contract 2.1). */
const TOKEN_LIFE_MS = 60 * 60 * 1000;

const storedSchema = z.object({ expiresAt: z.date() });

const revocations = defineCollection<RevocationDocument>({
  name: 'token-revocations',
  schema: {
    bsonType: 'object',
    required: ['_id', 'revokedAt', 'expiresAt'],
    properties: {
      _id: { bsonType: 'string', minLength: 1 },
      revokedAt: { bsonType: 'date' },
      expiresAt: { bsonType: 'date' },
    },
  },
  // By then each token that it refuses has expired in Identity too.
  indexes: [{ name: 'expiry', key: { expiresAt: 1 }, expireAfterSeconds: 60 }],
});

/**
 * Revokes all tokens that a user has now. `newestExpiry` is the expiry of the newest known token: it is later than
 * `now` plus the default lifetime if tokens live longer, or if Identity's clock is ahead of ours.
 */
export async function revokeTokens(userId: string, newestExpiry: Date | null, now: Date): Promise<void> {
  const expiresAt = new Date(Math.max(now.getTime() + TOKEN_LIFE_MS, newestExpiry?.getTime() ?? 0));
  // The later one counts when two sign out at once.
  const later = { $max: { revokedAt: now, expiresAt } };
  await (await revocations()).updateOne({ _id: userId }, later, { upsert: true });
}

/** Whether a token that expires then was issued before its user signed out everywhere. One query. */
export async function isRevoked(userId: string, expiresAt: Date | null): Promise<boolean> {
  const pipeline = [{ $match: { _id: userId } }, withFormerSignOut(userId)];
  const found = await (await revocations()).aggregate(pipeline).toArray();
  // A token that never expires may be of any time.
  return found
    .map((document) => parseDocument('token-revocations', storedSchema, document))
    .some((revocation) => expiresAt === null || expiresAt <= revocation.expiresAt);
}

/** Where a revocation stood in 0.1, for an hour. Goes in the release after migration 5; then the query is a `findOne`. */
function withFormerSignOut(userId: string): Record<string, unknown> {
  const pipeline = [{ $match: { _id: userId } }, { $project: { expiresAt: '$tokensUntil' } }];
  return { $unionWith: { coll: 'sign-outs', pipeline } };
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
