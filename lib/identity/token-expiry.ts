import * as z from 'zod/mini';

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
