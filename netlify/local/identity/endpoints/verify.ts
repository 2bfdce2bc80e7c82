import { confirmBySignup, isRecent, issueTokens, tokenResponse } from '../core/accounts';
import { type RequestContext, readBody, requestAud } from '../core/request-context';
import { inTransaction } from '../core/identity';
import { hashPassword, secureToken } from '../core/secrets';
import { type ApiResponse, HttpError, jsonResponse } from '../core/respond';
import type { Transaction } from '../core/store';
import type { User } from '../core/user';
import { audit } from '../core/audit';
import { sendMail } from '../core/mail';

const shape = { type: 'string', token: 'string', password: 'string' } as const;
const lifetimeSec = 24 * 3600;
const tokenGone = new HttpError(404, 'User not found');

/** POST /verify: a mailed token for a session (contract 3.2, 3.3, 3.4). */
export async function verify(context: RequestContext): Promise<ApiResponse> {
  const input = readBody(context, shape, 'api.VerifyParams', 'Could not read verification params');
  if (input.token.trim() === '') throw new HttpError(422, 'Verify requires a token');
  return inTransaction(context.identity, async (tx) => {
    const user = await verifiedUser(context, tx, input);
    return tokenResponse(context, issueTokens(context.identity, tx, user));
  });
}

type Input = { type: string; token: string; password: string };

function verifiedUser(context: RequestContext, tx: Transaction, input: Input): Promise<User> {
  if (input.type === 'signup') return verifySignup(context, tx, input);
  if (input.type === 'recovery') return verifyRecovery(context, tx, input.token);
  throw new HttpError(422, 'Verify requires a verification type');
}

async function verifySignup(context: RequestContext, tx: Transaction, input: Input): Promise<User> {
  const user = context.identity.store.findByConfirmationToken(input.token);
  if (user === null) throw tokenGone;
  // An invitation has no confirmation_sent_at, so it never expires: GoTrue's own gap (contract 3.3).
  if (isExpired(context, user.confirmationSentAt)) throw new HttpError(422, 'Confirmation token expired');
  if (user.encryptedPassword === '' && user.invitedAt !== null) {
    if (input.password === '') throw new HttpError(422, 'Invited users must specify a password');
    const hash = await hashPassword(input.password);
    if (hash === null) throw new HttpError(500, 'Error storing password');
    user.encryptedPassword = hash;
    tx.update(user, 'encryptedPassword');
  }
  await confirmBySignup(context, tx, user);
  return user;
}

async function verifyRecovery(context: RequestContext, tx: Transaction, token: string): Promise<User> {
  const user = context.identity.store.findByRecoveryToken(token);
  if (user === null) throw tokenGone;
  if (isExpired(context, user.recoverySentAt)) throw new HttpError(422, 'Recovery token expired');
  user.recoveryToken = '';
  tx.update(user, 'recoveryToken');
  if (user.confirmedAt !== null) return user;
  try {
    await confirmBySignup(context, tx, user);
  } catch {
    throw new HttpError(500, 'Database error updating user');
  }
  return user;
}

function isExpired(context: RequestContext, sentAt: string | null): boolean {
  return sentAt !== null && context.identity.clock.nowMs() > Date.parse(sentAt) + lifetimeSec * 1000;
}

/** POST /recover: `{}` for known and unknown addresses alike, until the mail interval gives a known one away. */
export async function recover(context: RequestContext): Promise<ApiResponse> {
  const { identity } = context;
  const prefix = 'Could not read verification params';
  const { email } = readBody(context, { email: 'string' } as const, 'api.RecoverParams', prefix);
  if (email === '') throw new HttpError(422, 'Password recovery requires an email');
  const user = identity.store.findByEmail(email, requestAud(context));
  if (user === null) return jsonResponse(200, {});
  if (isRecent(context, user.recoverySentAt, identity.config.smtpMaxFrequencySec)) {
    throw new HttpError(429, 'Rate limit exceeded, try again later');
  }
  await inTransaction(identity, (tx) => {
    audit(context, tx, 'user_recovery_requested', user);
    user.recoveryToken = secureToken();
    const order = { kind: 'recovery', to: user.email, token: user.recoveryToken } as const;
    sendMail(identity, user, order, 'Error recovering user');
    user.recoverySentAt = identity.clock.stamp('nano');
    tx.update(user, 'recoveryToken', 'recoverySentAt');
  });
  return jsonResponse(200, {});
}
