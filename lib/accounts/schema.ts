import * as z from 'zod/mini';
import { roles } from '../auth/policy';
import { isReservedName, NAME_MAX_LENGTH } from '../identity/name';
import { normalizeText, textLength } from '../text';

/** `GET /api/me`: what a person may see of their own session. */
export const meSchema = z.object({
  user: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      roles: z.array(z.enum(roles)),
      /** Set while the account is banned: such people may read, nothing else. */
      ban: z.nullable(z.object({ reason: z.string(), until: z.nullable(z.iso.datetime()) })),
      /** How the account came to be; null when only this browser's memory could be asked. */
      createdVia: z.nullable(
        z.object({
          by: z.enum(['email', 'invitation', 'provider']),
          /** `google` and the like, for `provider`. */
          provider: z.nullable(z.string()),
          at: z.nullable(z.iso.datetime()),
        }),
      ),
      /** A change of address that waits for its link; `expired` when that is older than 24 hours. */
      pendingEmail: z.nullable(
        z.object({ address: z.string(), sentAt: z.iso.datetime(), expired: z.boolean() }),
      ),
    }),
  ),
});
export type Me = z.infer<typeof meSchema>;

export const emailSchema = z
  .email('Enter an e-mail address such as name@example.org.')
  .check(z.maxLength(254));

/** `PUT /api/me/email`. */
export const emailInputSchema = z.strictObject({ email: emailSchema });

/** `PATCH /api/me`. */
export const meInputSchema = z.strictObject({
  name: z.string().check(
    z.overwrite((name) => normalizeText(name, 'line')),
    z.minLength(1, 'Choose the name other people will see.'),
    z.refine((name) => textLength(name) <= NAME_MAX_LENGTH, {
      error: `Use at most ${NAME_MAX_LENGTH} characters.`,
    }),
    z.refine((name) => !isReservedName(name), {
      error: 'Choose another name: people would take this one for ours.',
    }),
  ),
});

/** `POST /api/sign-up/check`: asked before `/signup`, because Identity hides a hook's reason. */
export const signUpCheckInputSchema = z.strictObject({ email: emailSchema });
export const signUpCheckSchema = z.object({ allowed: z.literal(true) });
