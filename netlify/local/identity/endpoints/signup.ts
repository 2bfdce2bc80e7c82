import {
  checkEmail,
  confirmBySignup,
  sendConfirmation,
  type SignupInput,
  signupNewUser,
  withAddress,
} from '../core/accounts';
import { type RequestContext, readBody, requestAud } from '../core/request-context';
import { inTransaction } from '../core/identity';
import { mergeMap } from '../core/json';
import { type ApiResponse, HttpError, jsonResponse } from '../core/respond';
import type { Transaction } from '../core/store';
import { toWire, type User } from '../core/user';
import { auditAdmin } from '../core/audit';
import { sendMail } from '../core/mail';
import { secureToken } from '../core/secrets';

const inviteShape = { email: 'string', data: 'map' } as const;
const shape = { email: 'string', password: 'string', data: 'map' } as const;

/** POST /signup: the user object, never a token (contract 3.1). */
export async function signup(context: RequestContext): Promise<ApiResponse> {
  if (context.identity.config.disableSignup) {
    throw new HttpError(403, 'Signups not allowed for this instance');
  }
  const params = readBody(context, shape, 'api.SignupParams', 'Could not read Signup params');
  const input = { ...params, provider: 'email' };
  if (input.password === '') throw new HttpError(422, 'Signup requires a valid password');
  checkEmail(input.email);
  return withAddress(context, input.email, () =>
    inTransaction(context.identity, async (tx) => {
      const user = await findOrAdd(context, tx, input);
      if (context.identity.config.autoconfirm) await confirmBySignup(context, tx, user);
      else sendConfirmation(context, tx, user);
      return jsonResponse(200, toWire(user));
    }),
  );
}

async function findOrAdd(context: RequestContext, tx: Transaction, input: SignupInput): Promise<User> {
  const existing = context.identity.store.findByEmail(input.email, requestAud(context));
  if (existing === null) return signupNewUser(context, tx, input);
  if (existing.confirmedAt !== null) {
    throw new HttpError(400, 'A user with this email address has already been registered');
  }
  // The password of the first attempt stays (contract 3.1, 11 row 26).
  existing.userMetadata = mergeMap(existing.userMetadata, input.data);
  tx.update(existing, 'userMetadata');
  return existing;
}

/** POST /invite: an account without a password; its token shares the confirmation token's place (contract 3.3). */
export async function invite(context: RequestContext): Promise<ApiResponse> {
  const { identity } = context;
  const { email, data } = readBody(context, inviteShape, 'api.InviteParams', 'Could not read Invite params');
  checkEmail(email);
  return withAddress(context, email, () =>
    inTransaction(identity, async (tx) => {
      if (identity.store.findByEmail(email, requestAud(context)) !== null) {
        throw new HttpError(422, 'Email address already registered by another user');
      }
      const user = await signupNewUser(context, tx, { email, password: '', data, provider: 'email' });
      auditAdmin(context, tx, 'user_invited', user);
      user.confirmationToken = secureToken();
      const order = { kind: 'invitation', to: email, token: user.confirmationToken } as const;
      sendMail(identity, user, order, 'Error inviting user');
      user.invitedAt = identity.clock.stamp('nano');
      tx.update(user, 'confirmationToken', 'invitedAt');
      return jsonResponse(200, toWire(user));
    }),
  );
}
