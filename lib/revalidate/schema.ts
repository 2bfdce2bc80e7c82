import * as z from 'zod/mini';
import { slugSchema } from '../films/schema';

/** `POST /api/internal/revalidate`: what has changed past the site's own route handlers. */
export const changedContentSchema = z.strictObject({
  /** Ids of members whose name or badge is another now, or whose account is gone. */
  memberIds: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(100))),
  /** Films whose facts are others now. */
  filmSlugs: z.optional(z.array(slugSchema).check(z.maxLength(1000))),
  /** Screenings or auditoriums. */
  programme: z.optional(z.boolean()),
  /** Too much to name: all pages are rendered again. */
  everything: z.optional(z.boolean()),
});
export type RevalidateRequest = z.infer<typeof changedContentSchema>;
