import * as z from 'zod/mini';
import { NAME_MAX_LENGTH, signUpCheckInputSchema } from '@/lib/identity/schema';

/** Checks of what people type into account forms: the sentence to show at the field, or null. Pure. */

export const PASSWORD_MIN_LENGTH = 8;
/** Identity hashes with bcrypt, which takes 72 bytes; it answers 500 to more (contract 1.1). */
const PASSWORD_MAX_BYTES = 72;

export function checkName(name: string): string | null {
  if (name.trim() === '') return 'Write the name that others shall see.';
  const { length } = name.trim();
  return length > NAME_MAX_LENGTH ? `That is ${length} characters. Use at most ${NAME_MAX_LENGTH}.` : null;
}

export function checkEmail(email: string): string | null {
  const address = email.trim();
  if (address === '') return 'Write your e-mail address.';
  const at = address.lastIndexOf('@');
  if (at < 1) return 'This address has no @. Check it and try again.';
  if (!address.slice(at + 1).includes('.')) {
    return 'This address has no ending, such as .org. Check it and try again.';
  }
  const valid = z.safeParse(signUpCheckInputSchema, { email: address }).success;
  return valid
    ? null
    : 'This does not look like an e-mail address, such as name@example.org. Check it for slips.';
}

export function checkNewPassword(password: string): string | null {
  if (password === '') return `Choose a password of at least ${PASSWORD_MIN_LENGTH} characters.`;
  const { length } = [...password];
  if (length < PASSWORD_MIN_LENGTH) {
    const so = length === 1 ? 'One character so far.' : `${length} characters so far.`;
    return `${so} Use at least ${PASSWORD_MIN_LENGTH}; a short sentence works well.`;
  }
  const tooLong = new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES;
  return tooLong ? `That is too long to keep. Use at most ${PASSWORD_MAX_BYTES} characters.` : null;
}

export function checkPassword(password: string): string | null {
  return password === '' ? 'Write your password.' : null;
}
