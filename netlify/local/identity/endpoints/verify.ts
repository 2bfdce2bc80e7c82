import { confirmBySignup, isRecent, issueTokens, tokenAnswer } from '../core/accounts';
import { type Call, readBody, requestAud } from '../core/request-context';
import { inTransaction } from '../core/identity';
import { hashPassword, secureToken } from '../core/secrets';
import { type Answer, HttpError, jsonAnswer } from '../core/respond';
import type { Transaction } from '../core/store';
import type { User } from '../core/user';
import { audit } from '../core/audit';
import { sendMail } from '../core/mail';

const shape = { type: 'string', token: 'string', password: 'string' } as const;
const lifetimeSec = 24 * 3600;
const tokenGone = new HttpError(404, 'User not found');

/** POST /verify: a mailed token for a session (contract 3.2, 3.3, 3.4). */
export async function verify(call: Call): Promise<Answer> {
  const input = readBody(call, shape, 'api.VerifyParams', 'Could not read verification params');
  if (input.token.trim() === '') throw new HttpError(422, 'Verify requires a token');
  return inTransaction(call.identity, async (tx) => {
    const user = await verifiedUser(call, tx, input);
    return tokenAnswer(call, issueTokens(call.identity, tx, user));
  });
}

type Input = { type: string; token: string; password: string };

function verifiedUser(call: Call, tx: Transaction, input: Input): Promise<User> {
  if (input.type === 'signup') return verifySignup(call, tx, input);
  if (input.type === 'recovery') return verifyRecovery(call, tx, input.token);
  throw new HttpError(422, 'Verify requires a verification type');
}

async function verifySignup(call: Call, tx: Transaction, input: Input): Promise<User> {
  const user = call.identity.store.findByConfirmationToken(input.token);
  if (user === null) throw tokenGone;
  // An invitation has no confirmation_sent_at, so it never expires: GoTrue's own gap (contract 3.3).
  if (isExpired(call, user.confirmationSentAt)) throw new HttpError(422, 'Confirmation token expired');
  if (user.encryptedPassword === '' && user.invitedAt !== null) {
    if (input.password === '') throw new HttpError(422, 'Invited users must specify a password');
    const hash = await hashPassword(input.password);
    if (hash === null) throw new HttpError(500, 'Error storing password');
    user.encryptedPassword = hash;
    tx.update(user, 'encryptedPassword');
  }
  await confirmBySignup(call, tx, user);
  return user;
}

async function verifyRecovery(call: Call, tx: Transaction, token: string): Promise<User> {
  const user = call.identity.store.findByRecoveryToken(token);
  if (user === null) throw tokenGone;
  if (isExpired(call, user.recoverySentAt)) throw new HttpError(422, 'Recovery token expired');
  user.recoveryToken = '';
  tx.update(user, 'recoveryToken');
  if (user.confirmedAt !== null) return user;
  try {
    await confirmBySignup(call, tx, user);
  } catch {
    throw new HttpError(500, 'Database error updating user');
  }
  return user;
}

function isExpired(call: Call, sentAt: string | null): boolean {
  return sentAt !== null && call.identity.clock.nowMs() > Date.parse(sentAt) + lifetimeSec * 1000;
}

/** POST /recover: `{}` for known and unknown addresses alike, until the mail interval gives a known one away. */
export async function recover(call: Call): Promise<Answer> {
  const { identity } = call;
  const prefix = 'Could not read verification params';
  const { email } = readBody(call, { email: 'string' } as const, 'api.RecoverParams', prefix);
  if (email === '') throw new HttpError(422, 'Password recovery requires an email');
  const user = identity.store.findByEmail(email, requestAud(call));
  if (user === null) return jsonAnswer(200, {});
  if (isRecent(call, user.recoverySentAt, identity.config.smtpMaxFrequencySec)) {
    throw new HttpError(429, 'Rate limit exceeded, try again later');
  }
  await inTransaction(identity, (tx) => {
    audit(call, tx, 'user_recovery_requested', user);
    user.recoveryToken = secureToken();
    const order = { kind: 'recovery', to: user.email, token: user.recoveryToken } as const;
    sendMail(identity, user, order, 'Error recovering user');
    user.recoverySentAt = identity.clock.stamp('nano');
    tx.update(user, 'recoveryToken', 'recoverySentAt');
  });
  return jsonAnswer(200, {});
}
