import { createHash, timingSafeEqual } from 'node:crypto';
import { operatorActor, systemActor } from './audit';
import { type RequestContext, readBody, requestAud } from './request-context';
import { JwtError, verifyJwt } from './jwt';
import { HttpError } from './respond';
import { nilUuid, parseUuid, type User } from './user';
import type { Clock } from './clock';

/** @throws HttpError 401 without a bearer of the form `Bearer x` or `bearer x` */
function bearer(context: RequestContext): string {
  const token = /^[Bb]earer (\S+)$/.exec(context.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new HttpError(401, 'This endpoint requires a Bearer token');
  return token;
}

function readClaims(context: RequestContext, token: string): void {
  const { config, clock } = context.identity;
  try {
    context.claims = verifyJwt(token, config.jwtSecret, clock.nowSec());
  } catch (error) {
    if (!(error instanceof JwtError)) throw error;
    context.cookies.push(clearedCookie(clock));
    throw new HttpError(401, `Invalid token: ${error.message}`);
  }
}

/** /user and /logout: a valid token, else 401 and the cookie is cleared (contract 2.3). */
export function requireAuthentication(context: RequestContext): void {
  let token: string;
  try {
    token = bearer(context);
  } catch (error) {
    context.cookies.push(clearedCookie(context.identity.clock));
    throw error;
  }
  readClaims(context, token);
}

export type Caller = User | 'system';

/** The user a token stands for; "system" for the operator's subject. Null when gone or not a user id. */
export function callerOf(context: RequestContext): Caller | null {
  const subject = context.claims?.sub ?? '';
  if (subject === '0' || subject === nilUuid) return 'system';
  const id = parseUuid(subject);
  return id === null ? null : context.identity.store.findById(id);
}

/** A user whose `role` is the admin role, within one audience; the system may do anything (contract 5.1). */
export function isAdmin(context: RequestContext, caller: Caller, aud: string): boolean {
  return caller === 'system' || (caller.role === context.identity.config.adminRole && caller.aud === aud);
}

const adminShape = {
  role: 'string',
  email: 'string',
  password: 'string',
  confirm: 'bool',
  user_metadata: 'map',
  app_metadata: 'map',
  aud: 'string',
} as const;

/** @throws HttpError 400 `Could not decode admin user params: ...` */
export function readAdminParams(context: RequestContext) {
  return readBody(context, adminShape, 'api.adminUserParams', 'Could not decode admin user params');
}

/** The operator's string, the system's JWT, or an admin's. */
export function requireAdminCredentials(context: RequestContext): void {
  const token = bearer(context);
  if (sameText(token, context.identity.config.operatorToken)) {
    context.admin = operatorActor;
    return;
  }
  readClaims(context, token);
  const caller = callerOf(context);
  if (caller === null) throw new HttpError(401, 'Invalid admin user');
  const named = context.body.length > 0 ? readAdminParams(context).aud : '';
  if (!isAdmin(context, caller, named || requestAud(context))) throw new HttpError(401, 'User not allowed');
  context.admin = caller === 'system' ? systemActor : caller;
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return b !== '' && timingSafeEqual(digest(a), digest(b));
}

const durationSec = 24 * 3600;

/** Set-Cookie as Go writes it (contract 2.3): no SameSite, no Domain, no lifetime for `session`. */
export function sessionCookie(clock: Clock, accessToken: string, mode: string): string {
  const expires = new Date(clock.nowMs() + durationSec * 1000).toUTCString();
  const lifetime = mode === 'session' ? '' : `; Expires=${expires}; Max-Age=${durationSec}`;
  return `nf_jwt=${accessToken}; Path=/${lifetime}; HttpOnly; Secure`;
}

export function clearedCookie(clock: Clock): string {
  const expires = new Date(clock.nowMs() - 10 * 3600 * 1000).toUTCString();
  return `nf_jwt=; Path=/; Expires=${expires}; Max-Age=0; HttpOnly; Secure`;
}
