import * as z from 'zod/mini';

/** A user of Identity in our shape; `lib/identity/wire.ts` translates GoTrue's. */
export interface User {
  id: string;
  email: string;
  /** `user_metadata.full_name` in one tidy line of at most 60 characters; empty when Identity has none. */
  name: string;
  /** `app_metadata.roles` as they are, unknown ones included: a role beginning with "banned" bars. */
  roles: string[];
  appMetadata: Record<string, unknown>;
  confirmed: boolean;
  invited: boolean;
  /** `email`, or the outside provider that vouched for the address when the account was made. */
  provider: string;
  /** When the account was made; null where Identity does not say. */
  createdAt: Date | null;
  /** A change of address that waits for its link to be opened. Identity still has it after the link has expired. */
  newEmail: { address: string; sentAt: Date } | null;
}

/** Identity's ids are UUIDs; checked before one becomes part of a path. */
export const userIdSchema = z.uuid();
