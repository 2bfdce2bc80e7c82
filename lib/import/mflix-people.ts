import { createHash } from 'node:crypto';
import * as z from 'zod';
import { toDisplayName } from '../identity/name';
import { RowError } from './row-error';

/** Names in memory; of further people the names that stand in their comments are shown. */
const PEOPLE_MAX = 200_000;

const userSchema = z.object({ name: z.string(), email: z.string().min(1) });

/** What people of the sample set are called, by address. Holds digests in place of addresses, and forgets with the run. */
export class MflixPeople {
  readonly #names = new Map<string, string>();

  /** Takes a document of `users`. @returns whether it had been taken before. Throws `RowError`. */
  add(document: unknown): boolean {
    const user = userSchema.safeParse(document).data;
    const name = toDisplayName(user?.name);
    // An address in place of a name is none.
    if (!user || name === '' || name.includes('@')) throw new RowError('no name');
    const key = digest(user.email);
    const isKnown = this.#names.has(key);
    if (!isKnown && this.#names.size < PEOPLE_MAX) this.#names.set(key, name);
    return isKnown;
  }

  nameOf(email: string): string | undefined {
    return this.#names.get(digest(email));
  }
}

function digest(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64').slice(0, 16);
}
