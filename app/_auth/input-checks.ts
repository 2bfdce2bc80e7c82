import * as z from 'zod/mini';
import { meInputSchema, signUpCheckInputSchema } from '@/lib/accounts/schema';

/** Checks of what people type into account forms: the sentence to show at the field, or null. Pure. */

const PASSWORD_MIN_LENGTH = 8;
/** Identity hashes with bcrypt, which takes 72 bytes; it answers 500 to more (contract 1.1). */
const PASSWORD_MAX_BYTES = 72;

const numbers = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

export function checkName(name: string): string | null {
  const parsed = z.safeParse(meInputSchema, { name });
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? null);
}

export function checkEmail(email: string): string | null {
  const address = email.trim();
  if (address === '') return 'Enter your e-mail address.';
  const at = address.lastIndexOf('@');
  if (at < 1) return 'This address has no @. Check it and try again.';
  if (!address.slice(at + 1).includes('.')) {
    return 'This address has no ending, such as .org. Check it and try again.';
  }
  const valid = z.safeParse(signUpCheckInputSchema, { email: address }).success;
  return valid
    ? null
    : 'This doesn’t look like an e-mail address, such as name@example.org. Check it for typos.';
}

export function checkNewPassword(password: string): string | null {
  if (password === '') return `Choose a password of at least ${PASSWORD_MIN_LENGTH} characters.`;
  const { length } = [...password];
  if (length < PASSWORD_MIN_LENGTH) {
    const count = `${numbers[length - 1]} ${length === 1 ? 'character' : 'characters'}`;
    return `${count} so far. Use at least ${PASSWORD_MIN_LENGTH}; a short sentence works well.`;
  }
  const tooLong = new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES;
  return tooLong ? `That’s too long. Use at most ${PASSWORD_MAX_BYTES} characters.` : null;
}

export function checkPassword(password: string): string | null {
  return password === '' ? 'Enter your password.' : null;
}
