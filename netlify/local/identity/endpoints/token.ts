import { issueTokens, tokenAnswer } from '../core/accounts';
import { audit, systemActor } from '../core/audit';
import { type Call, header, readForm, requestAud } from '../core/request-context';
import { callerOf, clearedCookie } from '../core/auth';
import { triggerHooks } from '../core/hooks';
import { inTransaction } from '../core/identity';
import { matchesPassword } from '../core/secrets';
import { type Answer, emptyAnswer, HttpError, OAuthError } from '../core/respond';

/** POST /token, both grants (contract 2.2); JSON bodies are not read. */
export async function token(call: Call): Promise<Answer> {
  const { config, rateLimit } = call.identity;
  if (
    config.rateLimitHeader !== null &&
    !rateLimit.take(header(call, config.rateLimitHeader.toLowerCase()))
  ) {
    throw new HttpError(429, 'Rate limit exceeded');
  }
  const form = await readForm(call);
  const grant = form.get('grant_type') ?? '';
  if (grant === 'password') return passwordGrant(call, form);
  if (grant === 'refresh_token') return refreshGrant(call, form.get('refresh_token') ?? '');
  throw new OAuthError('unsupported_grant_type');
}

async function passwordGrant(call: Call, form: URLSearchParams): Promise<Answer> {
  const { identity } = call;
  const wrong = new OAuthError('invalid_grant', 'No user found with that email, or password invalid.');
  const user = identity.store.findByEmail(form.get('username') ?? '', requestAud(call));
  if (user === null) throw wrong;
  if (user.confirmedAt === null) throw new OAuthError('invalid_grant', 'Email not confirmed');
  if (!(await matchesPassword(form.get('password') ?? '', user.encryptedPassword))) throw wrong;
  return inTransaction(identity, async (tx) => {
    audit(call, tx, 'login', user);
    await triggerHooks(identity, tx, 'login', user);
    return tokenAnswer(call, issueTokens(identity, tx, user));
  });
}

/** Rotates: the presented token is revoked, its family is not. No hook, and the user is read anew. */
async function refreshGrant(call: Call, presented: string): Promise<Answer> {
  const { identity } = call;
  if (presented === '') throw new OAuthError('invalid_request', 'refresh_token required');
  const stored = identity.store.refreshTokens.get(presented);
  const user = stored ? identity.store.findById(stored.userId) : null;
  if (!stored || user === null) throw new OAuthError('invalid_grant', 'Invalid Refresh Token');
  const expiresAt = Date.parse(stored.createdAt) + identity.config.refreshTokenLifetimeSec * 1000;
  const expired = identity.clock.nowMs() > expiresAt;
  if (stored.revoked || expired) {
    call.cookies.push(clearedCookie(identity.clock));
    throw new OAuthError('invalid_grant', stored.revoked ? 'Invalid Refresh Token' : 'Refresh token expired');
  }
  return inTransaction(identity, (tx) => {
    audit(call, tx, 'token_refreshed', user);
    audit(call, tx, 'token_revoked', user);
    tx.revoke(stored);
    return tokenAnswer(call, issueTokens(identity, tx, user));
  });
}

/** POST /logout: every refresh token of the user, on all devices; access tokens live until they expire. */
export async function logout(call: Call): Promise<Answer> {
  call.cookies.push(clearedCookie(call.identity.clock));
  const caller = callerOf(call);
  if (caller === null) throw new HttpError(401, 'Invalid user');
  await inTransaction(call.identity, (tx) => {
    audit(call, tx, 'logout', caller === 'system' ? systemActor : caller);
    if (caller !== 'system') tx.deleteRefreshTokens(caller.id);
  });
  return emptyAnswer(204);
}
