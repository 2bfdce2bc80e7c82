import { SignJWT } from 'jose';
import type { BenchSite } from './house';

/** An access token as Identity signs one (contract 2.1), without the trouble of signing in. */
export function accessToken(
  { jwtSecret }: Pick<BenchSite, 'jwtSecret'>,
  id: string,
  seconds = 3600,
): Promise<string> {
  return new SignJWT({
    email: `${id}@marquee.example`,
    app_metadata: { provider: 'email', roles: ['member'] },
    user_metadata: {},
  })
    .setProtectedHeader({ alg: 'HS256', kid: 'nf-ident', typ: 'JWT' })
    .setSubject(id)
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(jwtSecret));
}
