import * as z from 'zod/mini';

/** In Unicode code points. */
export const ACCESS_NEEDS_MAX_LENGTH = 500;

// Invisible characters that act: controls but tab and line feed, and the marks that turn the direction of text.
// oxlint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** One kind of line end, nothing invisible that acts, no space around. Pure: the form uses the same function. */
export function normalizeAccessNeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ACTING, '').replace(HALF_CHARACTER, '\ufffd').trim();
}

const accessNeeds = z.nullable(
  z.string().check(
    z.overwrite(normalizeAccessNeeds),
    z.minLength(1, 'Write something, or send null to have it deleted.'),
    z.refine((text) => [...text].length <= ACCESS_NEEDS_MAX_LENGTH, {
      error: `Use at most ${ACCESS_NEEDS_MAX_LENGTH} characters.`,
    }),
  ),
);

/** What people tell the house about themselves, each only for themselves: `GET /api/me/profile`. */
export const profileSchema = z.object({ accessNeeds: z.nullable(z.string()) });
export type Profile = z.infer<typeof profileSchema>;

/** `PUT /api/me/profile`. */
export const profileInputSchema = z.strictObject({ accessNeeds });
