import * as z from 'zod/mini';
import { emailSchema } from '@/lib/accounts/schema';

/** The fields of account forms that no route of ours takes as they are, with what to show at the field. Pure. */

const PASSWORD_MIN_LENGTH = 8;
/** Identity hashes with bcrypt, which takes 72 bytes; to more it responds with 500 (contract 1.1). */
const PASSWORD_MAX_BYTES = 72;

const numbers = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

/** That of our routes, with a hint at what is most often wrong. */
export const emailFieldSchema = z.string().check(
  z.trim(),
  z.refine((address) => describeEmailError(address) === null, {
    error: ({ input }) => describeEmailError(String(input)) ?? '',
  }),
);

/** Taken as it is: Identity says whether it is the right one. */
export function passwordFieldSchema(missing: string) {
  return z.string().check(z.minLength(1, missing));
}

/** One that is being chosen. No route of ours ever sees a password, so its rules are here. */
export const newPasswordFieldSchema = z.string().check(
  z.refine((password) => describePasswordError(password) === null, {
    error: ({ input }) => describePasswordError(String(input)) ?? '',
  }),
);

function describeEmailError(address: string): string | null {
  if (address === '') return 'Enter your e-mail address.';
  const at = address.lastIndexOf('@');
  if (at < 1) return 'This address has no @. Check it and try again.';
  if (!address.slice(at + 1).includes('.')) {
    return 'This address has no ending, such as .org. Check it and try again.';
  }
  return z.safeParse(emailSchema, address).success
    ? null
    : 'This doesn’t look like an e-mail address, such as name@example.org. Check it for typos.';
}

function describePasswordError(password: string): string | null {
  if (password === '') return `Choose a password of at least ${PASSWORD_MIN_LENGTH} characters.`;
  const { length } = [...password];
  if (length < PASSWORD_MIN_LENGTH) {
    const count = `${numbers[length - 1]} ${length === 1 ? 'character' : 'characters'}`;
    return `${count} so far. Use at least ${PASSWORD_MIN_LENGTH}; a short sentence works well.`;
  }
  const tooLong = new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES;
  return tooLong ? `That’s too long. Use at most ${PASSWORD_MAX_BYTES} characters.` : null;
}
