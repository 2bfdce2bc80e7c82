import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';

/** The claims of a bearer token that Identity signed and that has not expired; anything else is null. */
async function readBearer(authorization: string | undefined, secret: string): Promise<JWTPayload | null> {
  const token = /^[Bb]earer (\S+)$/.exec(authorization ?? '')?.[1];
  if (!token) return null;
  try {
    return (await jwtVerify(token, keyOf(secret), { algorithms: ['HS256'] })).payload;
  } catch {
    return null;
  }
}

/**
 * Whether Identity signed this event: the JWS in `x-webhook-signature` carries the SHA-256 of the body.
 * Source: identity-contract, section 4.3.
 */
export async function isSignedEvent(
  signature: string | undefined,
  body: Buffer,
  secret: string,
): Promise<boolean> {
  if (!signature) return false;
  try {
    const { payload } = await jwtVerify(signature, keyOf(secret), {
      algorithms: ['HS256'],
      issuer: 'gotrue',
    });
    return payload['sha256'] === createHash('sha256').update(body).digest('hex');
  } catch {
    return false;
  }
}

/** Signs an event as Identity does. */
export async function signEvent(body: Buffer, secret: string): Promise<string> {
  const sha256 = createHash('sha256').update(body).digest('hex');
  return new SignJWT({ sha256 })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setSubject('00000000-0000-0000-0000-000000000000')
    .setIssuer('gotrue')
    .sign(keyOf(secret));
}

/** What a function learns about Identity, as Netlify tells it. */
export type IdentityInfo = { url: string; token: string; user?: JWTPayload };

/**
 * The token is a short-lived one of the system user (subject "0"), which Identity takes for an operator.
 * Source: identity-contract, section 5.1.
 */
export async function identityInfo(
  url: string,
  authorization: string | undefined,
  secret: string,
): Promise<IdentityInfo> {
  const user = await readBearer(authorization, secret);
  const token = await new SignJWT({ sub: '0' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime('5 minutes')
    .sign(keyOf(secret));
  return user ? { url, token, user } : { url, token };
}

/** The same as classic functions get it, in `context.clientContext`. */
export function clientContext(info: IdentityInfo, siteUrl: string): Record<string, unknown> {
  const { url, token, user } = info;
  const netlify = { identity: { url, token }, ...(user ? { user } : {}), site_url: siteUrl };
  return {
    identity: { url, token },
    ...(user ? { user } : {}),
    custom: { netlify: Buffer.from(JSON.stringify(netlify)).toString('base64') },
  };
}

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);
