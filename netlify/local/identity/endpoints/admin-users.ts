import { checkEmail, confirm, requireEmailProvider, withAddress } from '../core/accounts';
import { auditAdmin } from '../core/audit';
import { readAdminParams } from '../core/auth';
import { requestAud, type RequestContext } from '../core/request-context';
import { triggerHooksQuietly } from '../core/hooks';
import { inTransaction } from '../core/identity';
import { mergeMap } from '../core/json';
import { hashPassword } from '../core/secrets';
import { HttpError, jsonResponse, type ApiResponse } from '../core/respond';
import type { Transaction } from '../core/store';
import { newUser, toWire, type User } from '../core/user';

/** POST /admin/users: no hook, no mail, and `app_metadata` is ignored (contract 5.3). */
export async function createUser(context: RequestContext): Promise<ApiResponse> {
  requireEmailProvider(context);
  const { identity } = context;
  const input = readAdminParams(context);
  checkEmail(input.email);
  return withAddress(context, input.email, async () => {
    const aud = input.aud || requestAud(context);
    if (identity.store.findByEmail(input.email, aud) !== null) {
      throw new HttpError(422, 'Email address already registered by another user');
    }
    // Without a password this is the hash of "", so that the empty password works: GoTrue's own gap.
    const hash = await hashPassword(input.password);
    if (hash === null) throw new HttpError(500, 'Error creating user');
    const fields = {
      email: input.email,
      aud,
      encryptedPassword: hash,
      userMetadata: input.user_metadata,
      provider: 'email',
    };
    const user = newUser(fields, identity.clock);
    return inTransaction(identity, (tx) => {
      auditAdmin(context, tx, 'user_signedup', user);
      tx.insert(user);
      user.role = input.role || identity.config.defaultRole;
      tx.update(user, 'role');
      if (input.confirm) confirm(context, tx, user);
      return jsonResponse(200, toWire(user));
    });
  });
}

export function getAdminUser(_call: RequestContext, user: User): ApiResponse {
  return jsonResponse(200, toWire(user));
}

/** PUT /admin/users/{id}: empty strings and false mean "not given"; maps are merged (contract 5.4). */
export async function updateAdminUser(context: RequestContext, user: User): Promise<ApiResponse> {
  const { identity } = context;
  const input = readAdminParams(context);
  await inTransaction(identity, (tx) => applyUpdate(context, tx, user, input));
  await inTransaction(identity, (tx) => triggerHooksQuietly(identity, tx, 'usermodified', user));
  return jsonResponse(200, toWire(user));
}

async function applyUpdate(
  context: RequestContext,
  tx: Transaction,
  user: User,
  input: ReturnType<typeof readAdminParams>,
): Promise<void> {
  if (input.role !== '') {
    user.role = input.role;
    tx.update(user, 'role');
  }
  if (input.confirm) confirm(context, tx, user);
  if (input.password !== '') {
    const hash = await hashPassword(input.password);
    if (hash === null) throw new HttpError(500, 'Error updating user');
    user.encryptedPassword = hash;
    tx.update(user, 'encryptedPassword');
  }
  if (input.email !== '') {
    user.email = input.email;
    tx.update(user, 'email');
  }
  if (input.app_metadata !== null) {
    user.appMetadata = mergeMap(user.appMetadata, input.app_metadata);
    tx.update(user, 'appMetadata');
  }
  if (input.user_metadata !== null) {
    user.userMetadata = mergeMap(user.userMetadata, input.user_metadata);
    tx.update(user, 'userMetadata');
  }
  auditAdmin(context, tx, 'user_modified', user);
}

/** DELETE /admin/users/{id}: refresh tokens stay behind, useless (contract 5.5). */
export async function deleteUser(context: RequestContext, user: User): Promise<ApiResponse> {
  const { identity } = context;
  await inTransaction(identity, (tx) => {
    auditAdmin(context, tx, 'user_deleted', user);
    tx.delete(user.id);
  });
  // What the function answers changes nothing: the user is gone.
  await inTransaction(identity, (tx) => triggerHooksQuietly(identity, tx, 'userdeleted', user));
  return jsonResponse(200, {});
}
