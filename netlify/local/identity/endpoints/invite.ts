import { checkEmail, signupNewUser, withAddress } from '../accounts';
import { auditAdmin } from '../audit';
import { readBody, requestAud, type Call } from '../call';
import { inTransaction } from '../identity';
import { sendMail } from '../mail';
import { HttpError, jsonAnswer, type Answer } from '../respond';
import { secureToken } from '../tokens';
import { toWire } from '../user';

/** POST /invite: an account without a password; its token shares the confirmation token's place (contract 3.3). */
export async function invite(call: Call): Promise<Answer> {
  const { identity } = call;
  const shape = { email: 'string', data: 'map' } as const;
  const { email, data } = readBody(call, shape, 'api.InviteParams', 'Could not read Invite params');
  checkEmail(email);
  return withAddress(call, email, () =>
    inTransaction(identity, async (tx) => {
      if (identity.store.findByEmail(email, requestAud(call)) !== null) {
        throw new HttpError(422, 'Email address already registered by another user');
      }
      const user = await signupNewUser(call, tx, { email, password: '', data, provider: 'email' });
      auditAdmin(call, tx, 'user_invited', user);
      user.confirmationToken = secureToken();
      const order = { kind: 'invitation', to: email, token: user.confirmationToken } as const;
      sendMail(identity, user, order, 'Error inviting user');
      user.invitedAt = identity.clock.stamp('nano');
      tx.update(user, 'confirmationToken', 'invitedAt');
      return jsonAnswer(200, toWire(user));
    }),
  );
}
