import * as z from 'zod/mini';
import { normalizeText, textLength } from '../text';

/**
 * A member as the mirror has them: a display copy of an Identity user, never used to allow anything.
 * `observedAt` is our clock before Identity was asked, or at the receipt of its event; an older one never overwrites
 * a newer one (Identity's own `updated_at` is not stored with its changes: contract of Identity, user object).
 */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** True for roles staff and admin: a badge, not a permission. */
  staff: z.boolean(),
  /** `unknown`: somebody is asking Identity about this id, and nothing has come back yet. */
  state: z.enum(['active', 'gone', 'unknown']),
  observedAt: z.date(),
  /** When the account was created, if Identity has said so. */
  since: z.optional(z.nullable(z.date())),
});
export type Member = z.infer<typeof memberSchema>;

/**
 * Who wrote it, as others see them. `deleted`: the account is gone, the name with it. `guest`: somebody who never had an
 * account here (imported comments); the id is empty then. Only a `member` has a page.
 */
export const authorSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['member', 'deleted', 'guest']),
  /** Shown as a badge beside the name. */
  staff: z.boolean(),
});
export type Author = z.infer<typeof authorSchema>;

/** In Unicode code points. */
export const ACCESS_NEEDS_MAX_LENGTH = 500;

function excessOf(text: string): number {
  return textLength(text) - ACCESS_NEEDS_MAX_LENGTH;
}

function describeExcess(text: string): string {
  const excess = excessOf(text);
  return `${excess} ${excess === 1 ? 'character' : 'characters'} too many. Use at most ${ACCESS_NEEDS_MAX_LENGTH}.`;
}

const accessNeeds = z.nullable(
  z.string().check(
    z.overwrite((text) => normalizeText(text, 'block')),
    z.minLength(1, 'Write something, or send null to have it deleted.'),
    z.refine((text) => excessOf(text) <= 0, { error: ({ input }) => describeExcess(String(input)) }),
  ),
);

/** A private profile: `GET /api/me/profile`. */
export const profileSchema = z.object({ accessNeeds: z.nullable(z.string()) });
export type Profile = z.infer<typeof profileSchema>;

/** `PUT /api/me/profile`. */
export const profileInputSchema = z.strictObject({ accessNeeds });
