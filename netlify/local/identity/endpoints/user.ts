import { checkEmail } from '../core/accounts';
import { audit } from '../core/audit';
import { isAdmin } from '../core/auth';
import { readBody, requestAud, type RequestContext } from '../core/request-context';
import { inTransaction } from '../core/identity';
import { mergeMap, type JsonMap } from '../core/json';
import { sendMail } from '../core/mail';
import { hashPassword, secureToken } from '../core/secrets';
import { HttpError, jsonResponse, type ApiResponse } from '../core/respond';
import type { Transaction } from '../core/store';
import { toWire, type User, parseUuid } from '../core/user';

const shape = {
  email: 'string',
  password: 'string',
  data: 'map',
  app_metadata: 'map',
  email_change_token: 'string',
} as const;
const emailChangeLifetimeSec = 24 * 3600;

/** GET /user */
export function getUser(context: RequestContext): ApiResponse {
  const id = claimedId(context);
  if (requestAud(context) !== (context.claims?.aud ?? '')) {
    throw new HttpError(400, "Token audience doesn't match request audience");
  }
  return jsonResponse(200, toWire(claimedUser(context, id)));
}

/** PUT /user: password, data, app_metadata, then the address; all of it or nothing, and no hook. */
export async function updateUser(context: RequestContext): Promise<ApiResponse> {
  const input = readBody(context, shape, 'api.UserUpdateParams', 'Could not read User Update params');
  const user = claimedUser(context, claimedId(context));
  return inTransaction(context.identity, async (tx) => {
    if (input.password !== '') await setPassword(tx, user, input.password);
    if (input.data !== null) {
      user.userMetadata = mergeMap(user.userMetadata, input.data);
      tx.update(user, 'userMetadata');
    }
    if (input.app_metadata !== null) setAppMetadata(context, tx, user, input.app_metadata);
    if (input.email_change_token !== '') confirmEmailChange(context, tx, user, input.email_change_token);
    else if (input.email !== '' && input.email !== user.email)
      startEmailChange(context, tx, user, input.email);
    audit(context, tx, 'user_modified', user);
    return jsonResponse(200, toWire(user));
  });
}

function claimedId(context: RequestContext): string {
  const id = parseUuid(context.claims?.sub ?? '');
  if (id === null) throw new HttpError(400, 'Could not read User ID claim');
  return id;
}

function claimedUser(context: RequestContext, id: string): User {
  const user = context.identity.store.findById(id);
  if (user === null) throw new HttpError(404, 'User not found');
  return user;
}

async function setPassword(tx: Transaction, user: User, password: string): Promise<void> {
  const hash = await hashPassword(password);
  if (hash === null) throw new HttpError(500, 'Error during password storage');
  user.encryptedPassword = hash;
  tx.update(user, 'encryptedPassword');
}

function setAppMetadata(context: RequestContext, tx: Transaction, user: User, changes: JsonMap): void {
  if (!isAdmin(context, user, context.identity.config.jwtAud)) {
    throw new HttpError(401, 'Updating app_metadata requires admin privileges');
  }
  user.appMetadata = mergeMap(user.appMetadata, changes);
  tx.update(user, 'appMetadata');
}

function confirmEmailChange(context: RequestContext, tx: Transaction, user: User, token: string): void {
  const sentAt = user.emailChangeSentAt;
  if (
    sentAt !== null &&
    context.identity.clock.nowMs() > Date.parse(sentAt) + emailChangeLifetimeSec * 1000
  ) {
    throw new HttpError(422, 'Email change token expired');
  }
  if (token !== user.emailChangeToken) {
    throw new HttpError(401, "Email Change Token didn't match token on file");
  }
  user.email = user.emailChange;
  user.emailChange = '';
  user.emailChangeToken = '';
  tx.update(user, 'email', 'emailChange', 'emailChangeToken');
}

function startEmailChange(context: RequestContext, tx: Transaction, user: User, email: string): void {
  const { identity } = context;
  checkEmail(email);
  if (identity.store.findByEmail(email, user.aud) !== null) {
    throw new HttpError(422, 'Email address already registered by another user');
  }
  user.emailChange = email;
  user.emailChangeToken = secureToken();
  const order = { kind: 'email-change', to: email, token: user.emailChangeToken } as const;
  sendMail(identity, user, order, 'Error sending change email');
  user.emailChangeSentAt = identity.clock.stamp('nano');
  tx.update(user, 'emailChange', 'emailChangeToken', 'emailChangeSentAt');
}
