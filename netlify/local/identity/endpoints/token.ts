import { issueTokens, tokenResponse } from '../core/accounts';
import { audit, systemActor } from '../core/audit';
import { type RequestContext, header, readForm, requestAud } from '../core/request-context';
import { callerOf, clearedCookie } from '../core/auth';
import { triggerHooks } from '../core/hooks';
import { inTransaction } from '../core/identity';
import { matchesPassword } from '../core/secrets';
import { type ApiResponse, emptyResponse, HttpError, OAuthError } from '../core/respond';

/** POST /token, both grants (contract 2.2); JSON bodies are not read. */
export async function token(context: RequestContext): Promise<ApiResponse> {
  const { config, rateLimit } = context.identity;
  if (
    config.rateLimitHeader !== null &&
    !rateLimit.take(header(context, config.rateLimitHeader.toLowerCase()))
  ) {
    throw new HttpError(429, 'Rate limit exceeded');
  }
  const form = await readForm(context);
  const grant = form.get('grant_type') ?? '';
  if (grant === 'password') return passwordGrant(context, form);
  if (grant === 'refresh_token') return refreshGrant(context, form.get('refresh_token') ?? '');
  throw new OAuthError('unsupported_grant_type');
}

async function passwordGrant(context: RequestContext, form: URLSearchParams): Promise<ApiResponse> {
  const { identity } = context;
  const wrong = new OAuthError('invalid_grant', 'No user found with that email, or password invalid.');
  const user = identity.store.findByEmail(form.get('username') ?? '', requestAud(context));
  if (user === null) throw wrong;
  if (user.confirmedAt === null) throw new OAuthError('invalid_grant', 'Email not confirmed');
  if (!(await matchesPassword(form.get('password') ?? '', user.encryptedPassword))) throw wrong;
  return inTransaction(identity, async (tx) => {
    audit(context, tx, 'login', user);
    await triggerHooks(identity, tx, 'login', user);
    return tokenResponse(context, issueTokens(identity, tx, user));
  });
}

/** Rotates: the presented token is revoked, its family is not. No hook, and the user is read anew. */
async function refreshGrant(context: RequestContext, presented: string): Promise<ApiResponse> {
  const { identity } = context;
  if (presented === '') throw new OAuthError('invalid_request', 'refresh_token required');
  const stored = identity.store.refreshTokens.get(presented);
  const user = stored ? identity.store.findById(stored.userId) : null;
  if (!stored || user === null) throw new OAuthError('invalid_grant', 'Invalid Refresh Token');
  const expiresAt = Date.parse(stored.createdAt) + identity.config.refreshTokenLifetimeSec * 1000;
  const expired = identity.clock.nowMs() > expiresAt;
  if (stored.revoked || expired) {
    context.cookies.push(clearedCookie(identity.clock));
    throw new OAuthError('invalid_grant', stored.revoked ? 'Invalid Refresh Token' : 'Refresh token expired');
  }
  return inTransaction(identity, (tx) => {
    audit(context, tx, 'token_refreshed', user);
    audit(context, tx, 'token_revoked', user);
    tx.revoke(stored);
    return tokenResponse(context, issueTokens(identity, tx, user));
  });
}

/** POST /logout: every refresh token of the user, on all devices; access tokens live until they expire. */
export async function logout(context: RequestContext): Promise<ApiResponse> {
  context.cookies.push(clearedCookie(context.identity.clock));
  const caller = callerOf(context);
  if (caller === null) throw new HttpError(401, 'Invalid user');
  await inTransaction(context.identity, (tx) => {
    audit(context, tx, 'logout', caller === 'system' ? systemActor : caller);
    if (caller !== 'system') tx.deleteRefreshTokens(caller.id);
  });
  return emptyResponse(204);
}
