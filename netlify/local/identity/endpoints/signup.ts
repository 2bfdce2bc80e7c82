import {
  checkEmail,
  confirmBySignup,
  sendConfirmation,
  signupNewUser,
  withAddress,
  type SignupInput,
} from '../accounts';
import { readBody, requestAud, type Call } from '../call';
import { inTransaction } from '../identity';
import { mergeMap } from '../json-map';
import { HttpError, jsonAnswer, type Answer } from '../respond';
import type { Transaction } from '../transaction';
import { toWire, type User } from '../user';

const shape = { email: 'string', password: 'string', data: 'map' } as const;

/** POST /signup: the user object, never a token (contract 3.1). */
export async function signup(call: Call): Promise<Answer> {
  if (call.identity.config.disableSignup) {
    throw new HttpError(403, 'Signups not allowed for this instance');
  }
  const params = readBody(call, shape, 'api.SignupParams', 'Could not read Signup params');
  const input = { ...params, provider: 'email' };
  if (input.password === '') throw new HttpError(422, 'Signup requires a valid password');
  checkEmail(input.email);
  return withAddress(call, input.email, () =>
    inTransaction(call.identity, async (tx) => {
      const user = await findOrAdd(call, tx, input);
      if (call.identity.config.autoconfirm) await confirmBySignup(call, tx, user);
      else sendConfirmation(call, tx, user);
      return jsonAnswer(200, toWire(user));
    }),
  );
}

async function findOrAdd(call: Call, tx: Transaction, input: SignupInput): Promise<User> {
  const existing = call.identity.store.findByEmail(input.email, requestAud(call));
  if (existing === null) return signupNewUser(call, tx, input);
  if (existing.confirmedAt !== null) {
    throw new HttpError(400, 'A user with this email address has already been registered');
  }
  // The password of the first attempt stays (contract 3.1, 11 row 26).
  existing.userMetadata = mergeMap(existing.userMetadata, input.data);
  tx.update(existing, 'userMetadata');
  return existing;
}
