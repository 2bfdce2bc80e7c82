import { createHmac, timingSafeEqual } from 'node:crypto';
import { formatDuration } from './clock';
import { decodeStruct, encodeJson, firstJsonValue, GoJsonError, isJsonMap, type JsonMap } from './json';

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
  return `${input}.${hmac(input, secret).toString('base64url')}`;
}

/** @throws JwtError */
export function verifyJwt(token: string, secret: string, nowSec: number): Claims {
  const parts = token.split('.');
  const [head, body, signature] = parts;
  if (head === undefined || body === undefined || signature === undefined || parts.length !== 3) {
    throw new JwtError('token contains an invalid number of segments');
  }
  const header = readHeader(head);
  const claims = readClaims(body);
  checkAlgorithm(header);
  const invalid = invalidTime(claims, nowSec);
  const given = fromSegment(signature);
  const wanted = hmac(`${head}.${body}`, secret);
  // Checked after the times, but it wins: golang-jwt keeps the last reason.
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new JwtError('signature is invalid');
  }
  if (invalid) throw new JwtError(invalid);
  return claims;
}

function hmac(input: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(input).digest();
}

function toSegment(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function fromSegment(segment: string): Buffer {
  const bad = segment.search(/[^A-Za-z0-9_-]/);
  if (bad >= 0) throw new JwtError(`illegal base64 data at input byte ${bad}`);
  if (segment.length % 4 === 1) throw new JwtError(`illegal base64 data at input byte ${segment.length - 1}`);
  return Buffer.from(segment, 'base64url');
}

function readHeader(segment: string): JsonMap {
  const text = fromSegment(segment).toString('utf8');
  const value = rethrowing(() => JSON.parse(firstJsonValue(text)) as unknown);
  if (!isJsonMap(value)) throw new JwtError('json: cannot unmarshal value into Go value of type map');
  return value;
}

function readClaims(segment: string) {
  const text = fromSegment(segment).toString('utf8');
  return rethrowing(() => decodeStruct(text, claimsShape, 'api.GoTrueClaims'));
}

function rethrowing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    const cut = error.message === 'EOF' || error.message === 'unexpected EOF';
    throw new JwtError(cut ? 'unexpected end of JSON input' : error.message);
  }
}

function checkAlgorithm(header: JsonMap): void {
  const algorithm = header.alg;
  if (typeof algorithm !== 'string') throw new JwtError('signing method (alg) is unspecified.');
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
