import { isRecent } from '../accounts';
import { audit } from '../audit';
import { readBody, requestAud, type Call } from '../call';
import { inTransaction } from '../identity';
import { sendMail } from '../mail';
import { HttpError, jsonAnswer, type Answer } from '../respond';
import { secureToken } from '../tokens';

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
