import type { Clock } from './clock';

const durationSec = 24 * 3600;

/** Set-Cookie as Go writes it (contract 2.3): no SameSite, no Domain, no lifetime for `session`. */
export function sessionCookie(clock: Clock, accessToken: string, mode: string): string {
  const expires = new Date(clock.nowMs() + durationSec * 1000).toUTCString();
  const lifetime = mode === 'session' ? '' : `; Expires=${expires}; Max-Age=${durationSec}`;
  return `nf_jwt=${accessToken}; Path=/${lifetime}; HttpOnly; Secure`;
}

export function clearedCookie(clock: Clock): string {
  const expires = new Date(clock.nowMs() - 10 * 3600 * 1000).toUTCString();
  return `nf_jwt=; Path=/; Expires=${expires}; Max-Age=0; HttpOnly; Secure`;
}
