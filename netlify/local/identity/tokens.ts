import { randomBytes } from 'node:crypto';
import { sortedMap } from './go-json';
import type { Identity } from './identity';
import { signJwt } from './jwt';
import type { Transaction } from './transaction';
import type { User } from './user';

export interface TokenResponse {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  refresh_token: string;
}

/** 16 random bytes, base64url without padding: 22 characters (contract 2.2). */
export function secureToken(): string {
  return randomBytes(16).toString('base64url');
}

/** The access token of contract 2.1; claims in Go's order, an empty audience left out. */
function accessToken(identity: Identity, user: User): string {
  const { config, clock } = identity;
  const claims = {
    ...(user.aud === '' ? {} : { aud: user.aud }),
    exp: clock.nowSec() + config.jwtExpSec,
    sub: user.id,
    email: user.email,
    app_metadata: sortedMap(user.appMetadata),
    user_metadata: sortedMap(user.userMetadata),
  };
  return signJwt(claims, config.jwtSecret, { alg: 'HS256', kid: 'nf-ident', typ: 'JWT' });
}

/** A refresh token, to be stored by `tx`, and an access token with the user as it is in memory now. */
export function issueTokens(identity: Identity, tx: Transaction, user: User): TokenResponse {
  const refreshToken = secureToken();
  const createdAt = identity.clock.stamp('micro');
  tx.addRefreshToken({ token: refreshToken, userId: user.id, revoked: false, createdAt });
  return {
    access_token: accessToken(identity, user),
    token_type: 'bearer',
    expires_in: identity.config.jwtExpSec,
    refresh_token: refreshToken,
  };
}
