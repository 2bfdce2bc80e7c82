import { fetchJson, type JsonAnswer, TooLargeError, UnreachableError } from '../fetch-json';
import { ProblemError } from '../problem';
import { identityRuntime, identityUrl } from './runtime';
import { type User, userIdSchema } from './schema';
import { toUser, wireErrorSchema, type WireSettings, wireSettingsSchema, wireUserSchema } from './wire';

/** Calls of Identity's API, a time-out on each. Unreachable, 5xx and 429 throw `identity-unavailable`. */

const ASK_TIMEOUT_MS = 3_000;
const WRITE_TIMEOUT_MS = 5_000;
const RETRY_SECONDS = 10;
const RETRY_MAX_SECONDS = 300;
/** A user's metadata may be anything; what is cached for a session must stay small. */
const ANSWER_MAX_BYTES = 64 * 1024;

interface Call {
  token?: string;
  method?: 'GET' | 'PUT' | 'POST';
  body?: unknown;
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** The user of an access token, or null when Identity refuses it (forged, expired, signed out, deleted). */
export async function findUserByToken(accessToken: string): Promise<User | null> {
  const answer = await call(`${identityUrl()}/user`, { token: accessToken });
  return userOrRefused(answer);
}

/** Writes the name of the token's own user; null when Identity refuses the token. Fires no event (contract 4.2). */
export async function updateOwnName(accessToken: string, name: string): Promise<User | null> {
  const body = { data: { full_name: name } };
  const answer = await call(`${identityUrl()}/user`, { token: accessToken, method: 'PUT', body });
  return userOrRefused(answer);
}

/**
 * Asks for another address for the token's own user: Identity mails a link to it, and the old one counts until that is
 * opened (contract 3.5). Null when Identity refuses the token. Throws `email-taken`, `invalid`, `mail-not-sent`.
 */
export async function requestEmailChange(accessToken: string, email: string): Promise<User | null> {
  const init = { token: accessToken, method: 'PUT', body: { email } } as const;
  const answer = await send(`${identityUrl()}/user`, init);
  const refusal = emailRefusal(answer);
  if (refusal) throw refusal;
  return userOrRefused(orUnavailable(answer));
}

/** Ends every refresh token of the token's user (contract 2.2). False when Identity refuses the token. */
export async function logout(accessToken: string): Promise<boolean> {
  const answer = await call(`${identityUrl()}/logout`, { token: accessToken, method: 'POST' });
  if (answer.status === 204) return true;
  return userOrRefused(answer) !== null;
}

/** A user by id, or null when Identity has no such user. Operator's call. */
export async function findUserById(id: string, signal?: AbortSignal): Promise<User | null> {
  const { url, token } = adminUser(id);
  const answer = await call(url, { token, signal });
  return isNoUser(answer) ? null : toUser(parse(answer, wireUserSchema));
}

/**
 * Sets the roles and keeps all other metadata: GoTrue merges key by key (contract 5.4). Null if the user no longer
 * exists.
 */
export async function updateRoles(id: string, roles: string[]): Promise<User | null> {
  const { url, token } = adminUser(id);
  const answer = await call(url, { token, method: 'PUT', body: { app_metadata: { roles } } });
  return isNoUser(answer) ? null : toUser(parse(answer, wireUserSchema));
}

export async function getSettings(timeoutMs: number): Promise<WireSettings> {
  return parse(await call(`${identityUrl()}/settings`, { timeoutMs }), wireSettingsSchema);
}

function adminUser(id: string): { url: string; token: string } {
  const { url, operatorToken } = identityRuntime();
  return { url: `${url}/admin/users/${userIdSchema.parse(id)}`, token: operatorToken };
}

async function call(url: string, init: Call): Promise<JsonAnswer> {
  return orUnavailable(await send(url, init));
}

function orUnavailable(answer: JsonAnswer): JsonAnswer {
  if (answer.status < 500 && answer.status !== 429) return answer;
  throw unavailable(new Error(`Identity answered ${answer.status}`), retrySeconds(answer.headers));
}

async function send(url: string, { token, method = 'GET', body, ...limits }: Call): Promise<JsonAnswer> {
  const timeoutMs = limits.timeoutMs ?? (method === 'GET' ? ASK_TIMEOUT_MS : WRITE_TIMEOUT_MS);
  try {
    return await fetchJson(url, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: limits.signal,
      timeoutMs,
      maxBytes: ANSWER_MAX_BYTES,
    });
  } catch (error) {
    if (error instanceof UnreachableError) throw unavailable(error, RETRY_SECONDS);
    throw error instanceof TooLargeError ? invalidAnswer(error) : error;
  }
}

function unavailable(cause: Error, retryAfterSeconds: number): ProblemError {
  const detail = 'You are still signed in and nothing is lost. Try again in a few seconds.';
  return new ProblemError('identity-unavailable', { detail, retryAfterSeconds, cause });
}

function retrySeconds(headers: Headers): number {
  const seconds = Number(headers.get('retry-after'));
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, RETRY_MAX_SECONDS) : RETRY_SECONDS;
}

/** Translates Identity's refusal of an address (contract 1.1) into our codes; null for every other response. */
function emailRefusal({ status, body }: JsonAnswer): ProblemError | null {
  const msg = wireErrorSchema.safeParse(body).data?.msg ?? '';
  if (status === 422 && msg.startsWith('Email address already registered')) {
    const detail = 'That address belongs to another account. Yours keeps the address it has.';
    return new ProblemError('email-taken', { detail, errors: [{ path: 'body.email', message: detail }] });
  }
  if (status === 422 && msg.startsWith('Unable to validate email address')) {
    const message = 'This address doesn’t look right. Check it for typos, such as a missing dot.';
    return new ProblemError('invalid', { errors: [{ path: 'body.email', message }] });
  }
  if (status === 500 && msg.startsWith('Error sending change email')) {
    const detail = 'Nothing was changed. Try again in a minute. If it happens again, write to us.';
    return new ProblemError('mail-not-sent', { detail, retryAfterSeconds: 60 });
  }
  return null;
}

/** 400: the token names no user; 401: not signed by Identity, or expired; 404: the account is gone (contract 1.1). */
function userOrRefused(answer: JsonAnswer): User | null {
  return isRefusal(answer, [400, 401, 404]) ? null : toUser(parse(answer, wireUserSchema));
}

/** Whether the user does not exist. */
function isNoUser(answer: JsonAnswer): boolean {
  return isRefusal(answer, [404]);
}

/**
 * Whether Identity itself refuses. Without GoTrue's own message such a status comes from something in front of it (a
 * password on the whole site, Identity switched off): that is an outage, and signs nobody out.
 */
function isRefusal({ status, body }: JsonAnswer, refusals: readonly number[]): boolean {
  if (!refusals.includes(status)) return false;
  if (wireErrorSchema.safeParse(body).success) return true;
  throw unavailable(new Error(`A ${status} that is not Identity’s own`), RETRY_SECONDS);
}

function parse<T>(answer: JsonAnswer, schema: { parse(value: unknown): T }): T {
  try {
    if (answer.status !== 200) throw new Error(`Identity answered ${answer.status}`);
    return schema.parse(answer.body);
  } catch (cause) {
    throw invalidAnswer(cause);
  }
}

function invalidAnswer(cause: unknown): ProblemError {
  const detail = 'Nothing is lost. Try again. If it happens again, write to us.';
  return new ProblemError('identity-answer-invalid', { detail, cause });
}

/** What is visible of a site's Identity from outside. `off`: its address responds, but not as GoTrue. */
export type IdentityProbe =
  | { state: 'on'; closed: boolean; autoconfirm: boolean }
  | { state: 'off' }
  | { state: 'failing'; status: number };

/** Reads the public settings of the Identity of a site from outside. Throws `UnreachableError`. */
export async function probeIdentity(siteUrl: string, timeoutMs: number): Promise<IdentityProbe> {
  const { status, body } = await fetchJson(new URL('/.netlify/identity/settings', siteUrl).href, {
    timeoutMs,
  });
  const settings = wireSettingsSchema.safeParse(body);
  if (status === 200 && settings.success) {
    const { disable_signup: closed, autoconfirm } = settings.data;
    return { state: 'on', closed, autoconfirm };
  }
  const isItsOwn = wireErrorSchema.safeParse(body).success || status >= 500;
  return isItsOwn ? { state: 'failing', status } : { state: 'off' };
}
