import * as z from 'zod/mini';

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
  /** When Identity made the account, if it has said so. */
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
