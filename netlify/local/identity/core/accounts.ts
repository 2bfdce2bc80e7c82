import { audit } from './audit';
import { type RequestContext, header, requestAud } from './request-context';
import { sessionCookie } from './auth';
import { triggerHooks } from './hooks';
import { type JsonMap, sortedMap } from './json';
import { sendMail } from './mail';
import { hashPassword, secureToken } from './secrets';
import { type ApiResponse, HttpError, jsonResponse } from './respond';
import { collate, type Transaction } from './store';
import { newUser, type User } from './user';
import type { Identity } from './identity';
import { signJwt } from './jwt';

/** Steps that several endpoints share. */

const WORD = String.raw`[^\s\p{Cc}()<>[\]:;@\\,"]`;
const QUOTED = String.raw`"(?:[^"\\\r\n]|\\.)+"`;
const ATOM = String.raw`(?!\.)(?:(?!\.\.)${WORD})+(?<!\.)`;
const ADDRESS = String.raw`(?:${ATOM}|${QUOTED})@(?:${ATOM}|\[[^\s[\]\\]*\])`;
const MAILBOX = new RegExp(
  String.raw`^\s*(?:${ADDRESS}|(?:${WORD}|\s|${QUOTED})*<${ADDRESS}>)\s*(?:\([^()]*\)\s*)*$`,
  'u',
);

/**
 * What Go's net/mail has against an address: with a name before it or a comment after it, it is one too (contract 1.1). Of Go's
 * dozen reasons only two.
 */
export function mailAddressError(text: string): string | null {
  if (MAILBOX.test(text)) return null;
  return /[\s()<>[\]:;@\\,"]/.test(text) ? 'mail: no angle-addr' : "mail: missing '@' or angle-addr";
}

/** @throws HttpError 422 */
export function checkEmail(email: string): void {
  if (email === '') throw new HttpError(422, 'An email address is required');
  const reason = mailAddressError(email);
  if (reason) throw new HttpError(422, `Unable to validate email address: ${reason}`);
}

export function requireEmailProvider(context: RequestContext): void {
  if (context.identity.config.disableEmailProvider) throw new HttpError(400, 'Unsupported email provider');
}

export interface SignupInput {
  email: string;
  /** Empty for an invitation and for an outside provider: such an account has no password. */
  password: string;
  data: JsonMap | null;
  provider: string;
}

/**
 * Adds an account and asks the validate hook (contract 4.2).
 * @throws HttpError 500 for a password over 72 bytes, or the hook's failure
 */
export async function signupNewUser(
  context: RequestContext,
  tx: Transaction,
  input: SignupInput,
): Promise<User> {
  const { identity } = context;
  const hash = await hashPassword(input.password);
  if (hash === null) throw new HttpError(500, 'Database error creating user');
  const user = newUser(
    {
      email: input.email,
      aud: requestAud(context),
      encryptedPassword: input.password === '' ? '' : hash,
      userMetadata: input.data,
      provider: input.provider,
    },
    identity.clock,
  );
  tx.insert(user);
  user.role = identity.config.defaultRole;
  tx.update(user, 'role');
  await triggerHooks(identity, tx, 'validate', user);
  return user;
}

/** The signup hook, then `confirmed_at`; the token that was used is gone. */
export async function confirmBySignup(context: RequestContext, tx: Transaction, user: User): Promise<void> {
  audit(context, tx, 'user_signedup', user);
  await triggerHooks(context.identity, tx, 'signup', user);
  confirm(context, tx, user);
}

export function confirm(context: RequestContext, tx: Transaction, user: User): void {
  user.confirmationToken = '';
  user.confirmedAt = context.identity.clock.stamp('nano');
  tx.update(user, 'confirmationToken', 'confirmedAt');
}

/** Within the mail interval the answer is the same, only no mail goes out. */
export function sendConfirmation(context: RequestContext, tx: Transaction, user: User): void {
  const { identity } = context;
  if (isRecent(context, user.confirmationSentAt, identity.config.smtpMaxFrequencySec)) return;
  user.confirmationToken = secureToken();
  const order = { kind: 'confirmation', to: user.email, token: user.confirmationToken } as const;
  sendMail(identity, user, order, 'Error sending confirmation mail');
  user.confirmationSentAt = identity.clock.stamp('nano');
  tx.update(user, 'confirmationToken', 'confirmationSentAt');
}

/** Tokens, with the cookie when the caller asked for it by X-Use-Cookie (contract 2.3). */
export function tokenResponse(context: RequestContext, tokens: TokenResponse): ApiResponse {
  const mode = header(context, 'x-use-cookie');
  if (mode !== '') context.cookies.push(sessionCookie(context.identity.clock, tokens.access_token, mode));
  return jsonResponse(200, tokens);
}

/** Whether `stamp` lies at most `seconds` back: a mail sent then forbids another one now. */
export function isRecent(context: RequestContext, stamp: string | null, seconds: number): boolean {
  return stamp !== null && Date.parse(stamp) + seconds * 1000 >= context.identity.clock.nowMs();
}

/** Serialises what looks an address up and then adds it. */
export function withAddress<T>(context: RequestContext, email: string, work: () => Promise<T>): Promise<T> {
  return context.identity.addresses.run(`${requestAud(context)}\n${collate(email)}`, work);
}

export interface TokenResponse {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  refresh_token: string;
}

/** The access token of contract 2.1; claims in Go's order, an empty audience left out. */
function accessToken(identity: Identity, user: User): string {
  const { config, clock } = identity;
  const claims = {
    ...(user.aud === '' ? {} : { aud: user.aud }),
    exp: clock.nowSec() + config.jwtExpSec,
    sub: user.id,
    email: user.email,
    app_metadata: sortedMap(user.appMetadata),
    user_metadata: sortedMap(user.userMetadata),
  };
  return signJwt(claims, config.jwtSecret, { alg: 'HS256', kid: 'nf-ident', typ: 'JWT' });
}

/** A refresh token, to be stored by `tx`, and an access token with the user as it is in memory now. */
export function issueTokens(identity: Identity, tx: Transaction, user: User): TokenResponse {
  const refreshToken = secureToken();
  const createdAt = identity.clock.stamp('micro');
  tx.addRefreshToken({ token: refreshToken, userId: user.id, revoked: false, createdAt });
  return {
    access_token: accessToken(identity, user),
    token_type: 'bearer',
    expires_in: identity.config.jwtExpSec,
    refresh_token: refreshToken,
  };
}
