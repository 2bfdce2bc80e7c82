import * as z from 'zod';
import { nameOfUser } from './name';
import type { User } from './schema';
import { dateOf, toRoles, toUser, type WireEvent, wireEventSchema } from './wire';

export type EventName = WireEvent['event'];

/** The user of an event that Identity has sent as JSON (contract 4.3); null for anything else, another event included. */
export function parseEvent(event: EventName, body: unknown): User | null {
  const parsed = wireEventSchema.safeParse(body);
  return parsed.success && parsed.data.event === event ? toUser(parsed.data.user) : null;
}

/** As Netlify's typed events hand a user over: camelCase, the metadata whole (contract 4.6). */
const typedUserSchema = z.object({
  id: z.uuid(),
  createdAt: z.string().nullish(),
  userMetadata: z.record(z.string(), z.unknown()).nullish(),
  appMetadata: z.record(z.string(), z.unknown()).nullish(),
});

/** What the mirror wants of it. Throws for a payload of another shape. */
export function parseTypedUser(eventUser: unknown): Pick<User, 'id' | 'name' | 'roles' | 'createdAt'> {
  const { id, createdAt, userMetadata, appMetadata } = typedUserSchema.parse(eventUser);
  return {
    id,
    name: nameOfUser(userMetadata?.['full_name'], toRoles(appMetadata ?? {})),
    roles: toRoles(appMetadata ?? {}),
    createdAt: dateOf(createdAt),
  };
}
