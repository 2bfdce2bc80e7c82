import { createHmac, timingSafeEqual } from 'node:crypto';
import { formatDuration } from './clock';
import { decodeStruct, encodeJson, GoJsonError, type JsonMap, type Params, type Shape } from './json';

/** HS256 tokens with the failure texts of golang-jwt v4.5.2 (contract 1.0, 2.1). */

export interface Claims {
  sub: string;
  aud: string;
  email: string;
  app_metadata: JsonMap | null;
  user_metadata: JsonMap | null;
}

/** Its message is what GoTrue puts after "Invalid token: ". */
export class JwtError extends Error {}

const knownAlgorithms = new Set(
  'HS256 HS384 HS512 RS256 RS384 RS512 ES256 ES384 ES512 PS256 PS384 PS512 EdDSA none'.split(' '),
);
const claimsShape = {
  aud: 'string',
  exp: 'int',
  jti: 'string',
  iat: 'int',
  iss: 'string',
  nbf: 'int',
  sub: 'string',
  email: 'string',
  app_metadata: 'map',
  user_metadata: 'map',
} as const;

export function signJwt(
  payload: object,
  secret: string,
  header: object = { alg: 'HS256', typ: 'JWT' },
): string {
  const input = `${toSegment(encodeJson(header))}.${toSegment(encodeJson(payload))}`;
  return `${input}.${sign(input, secret)}`;
}

/** @throws JwtError */
export function verifyJwt(token: string, secret: string, nowSec: number): Claims {
  const parts = token.split('.');
  const [head, body, signature] = parts;
  if (head === undefined || body === undefined || signature === undefined || parts.length !== 3) {
    throw new JwtError('token contains an invalid number of segments');
  }
  checkAlgorithm(readPart(head, { alg: 'string' }).alg);
  const claims = readPart(body, claimsShape);
  const invalid = invalidTime(claims, nowSec);
  const given = Buffer.from(signature);
  const wanted = Buffer.from(sign(`${head}.${body}`, secret));
  // Checked after the times, but it wins: golang-jwt keeps the last reason.
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new JwtError('signature is invalid');
  }
  if (invalid) throw new JwtError(invalid);
  return claims;
}

function sign(input: string, secret: string): string {
  return createHmac('sha256', secret).update(input).digest('base64url');
}

function toSegment(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function readPart<S extends Shape>(segment: string, shape: S): Params<S> {
  try {
    return decodeStruct(Buffer.from(segment, 'base64url').toString('utf8'), shape, 'api.GoTrueClaims');
  } catch (error) {
    if (error instanceof GoJsonError) throw new JwtError(error.message);
    throw error;
  }
}

function checkAlgorithm(algorithm: string): void {
  if (!knownAlgorithms.has(algorithm)) throw new JwtError('signing method (alg) is unavailable.');
  if (algorithm !== 'HS256') throw new JwtError(`signing method ${algorithm} is invalid`);
}

function invalidTime(claims: { exp: number; iat: number; nbf: number }, nowSec: number): string | null {
  if (claims.nbf !== 0 && nowSec < claims.nbf) return 'token is not valid yet';
  if (claims.iat !== 0 && nowSec < claims.iat) return 'token used before issued';
  if (claims.exp !== 0 && nowSec >= claims.exp) {
    return `token is expired by ${formatDuration(nowSec - claims.exp)}`;
  }
  return null;
}
