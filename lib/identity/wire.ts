import * as z from 'zod/mini';
import { nameOfUser } from './name';
import type { User } from './schema';

/**
 * GoTrue's wire names, and the one translation into ours. Pure: the browser may read it too.
 * Source: the Identity contract, sections 1.0 (user object), 1.1 (settings), 4.3 (event body).
 */

const metadata = z.nullish(z.record(z.string(), z.unknown()));

/** Only what we read; GoTrue sends more, and `netlify functions:invoke` less. */
export const wireUserSchema = z.object({
  id: z.uuid(),
  email: z.string().check(z.minLength(1)),
  confirmed_at: z.nullish(z.string()),
  invited_at: z.nullish(z.string()),
  created_at: z.nullish(z.string()),
  /** Absent unless a change of address waits for its link, which the second one dates. */
  new_email: z.nullish(z.string()),
  email_change_sent_at: z.nullish(z.string()),
  app_metadata: metadata,
  user_metadata: metadata,
});
type WireUser = z.infer<typeof wireUserSchema>;

export const wireEventSchema = z.object({
  event: z.enum(['validate', 'signup', 'login', 'usermodified', 'userdeleted']),
  user: wireUserSchema,
});
export type WireEvent = z.infer<typeof wireEventSchema>;

/** `GET /settings`, as far as we ask it. */
export const wireSettingsSchema = z.object({ autoconfirm: z.boolean(), disable_signup: z.boolean() });
export type WireSettings = z.infer<typeof wireSettingsSchema>;

/** Response of `GET /settings`: which other sign-in services are switched on. */
export const wireProvidersSchema = z.object({ external: z.record(z.string(), z.boolean()) });

/** GoTrue's names for them, and those that people know; in the order of the buttons. */
const providerLabels = {
  google: 'Google',
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  facebook: 'Facebook',
};

export interface Provider {
  /** What GoTrue calls it. */
  id: string;
  label: string;
}

/** The name of a sign-in service within a sentence, also if it was switched off since or is newer than this list. */
export function providerLabel(id: string | null): string {
  const known = Object.entries(providerLabels).find(([name]) => name === id);
  return known?.[1] ?? 'another sign-in service';
}

export function enabledProviders({ external }: z.infer<typeof wireProvidersSchema>): Provider[] {
  return Object.entries(providerLabels).flatMap(([id, label]) => (external[id] ? [{ id, label }] : []));
}

/** GoTrue's refusals, but for those of `/token`. */
export const wireErrorSchema = z.object({ code: z.number(), msg: z.string() });

/** A bearer as GoTrue reads it (contract 1.0): other schemes are not its business. */
export const BEARER = /^[Bb]earer (\S+)$/;

/** The HttpOnly cookie that GoTrue sets for `X-Use-Cookie` (contract 2.3). */
export const SESSION_COOKIE = 'nf_jwt';
/** Expires the cookie as GoTrue does: with another path or other attributes the browser would keep it. */
export const EXPIRED_SESSION_COOKIE = `${SESSION_COOKIE}=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; Secure`;

export function toUser(wire: WireUser): User {
  const appMetadata = wire.app_metadata ?? {};
  const userMetadata = wire.user_metadata ?? {};
  return {
    id: wire.id,
    email: wire.email,
    name: nameOfUser(userMetadata['full_name'], toRoles(appMetadata)),
    roles: toRoles(appMetadata),
    appMetadata,
    confirmed: Boolean(wire.confirmed_at),
    invited: Boolean(wire.invited_at),
    provider: textOf(appMetadata['provider']),
    createdAt: dateOf(wire.created_at),
    newEmail: newEmailOf(wire),
  };
}

function newEmailOf({ new_email: address, email_change_sent_at: at }: WireUser): User['newEmail'] {
  const sentAt = dateOf(at);
  return address && sentAt ? { address, sentAt } : null;
}

/** Go writes up to nine digits of a second's fraction, which `Date` reads. Null where there is no moment. */
export function dateOf(text: string | null | undefined): Date | null {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Roles are a list of strings; anything else means none. */
export function toRoles(appMetadata: Record<string, unknown>): string[] {
  const { roles } = appMetadata;
  return Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
