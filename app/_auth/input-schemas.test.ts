import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { meInputSchema } from '@/lib/accounts/schema';
import { emailFieldSchema, newPasswordFieldSchema, passwordFieldSchema } from './input-schemas';

function messageOf(schema: z.ZodMiniType, value: unknown): string | null {
  return z.safeParse(schema, value).error?.issues[0]?.message ?? null;
}

describe('what people type', () => {
  it.each(['nadia@example.org', ' nadia@example.org ', 'n.k+film@mail.example.org'])('takes %j', (email) => {
    expect(z.parse(emailFieldSchema, email)).toBe(email.trim());
  });

  it.each([
    ['', 'Enter your e-mail address.'],
    ['nadia', 'This address has no @. Check it and try again.'],
    ['@example.org', 'This address has no @. Check it and try again.'],
    ['nadia@example', 'This address has no ending, such as .org. Check it and try again.'],
    [
      'nadia kern@example.org',
      'This doesn’t look like an e-mail address, such as name@example.org. Check it for typos.',
    ],
  ])('says what is wrong with the address %j', (email, sentence) => {
    expect(messageOf(emailFieldSchema, email)).toBe(sentence);
  });

  it.each([
    ['', 'Choose a password of at least 8 characters.'],
    ['x', 'One character so far. Use at least 8; a short sentence works well.'],
    ['seven77', 'Seven characters so far. Use at least 8; a short sentence works well.'],
    ['a'.repeat(73), 'That’s too long. Use at most 72 characters.'],
    ['ö'.repeat(37), 'That’s too long. Use at most 72 characters.'],
    ['eight888', null],
    ['a'.repeat(72), null],
  ])('a new password %j', (password, sentence) => {
    expect(messageOf(newPasswordFieldSchema, password)).toBe(sentence);
  });

  it('takes any password that was chosen once, but not none', () => {
    const schema = passwordFieldSchema('Enter your password.');
    expect(messageOf(schema, 'x')).toBeNull();
    expect(messageOf(schema, '')).toBe('Enter your password.');
  });

  it('wants a name of 1 to 60 characters', () => {
    const { name } = meInputSchema.shape;
    expect(messageOf(name, '  ')).toBe('Choose the name other people will see.');
    expect(messageOf(name, 'n'.repeat(61))).toBe('Use at most 60 characters.');
    expect(messageOf(name, ` ${'n'.repeat(60)} `)).toBeNull();
  });
});
