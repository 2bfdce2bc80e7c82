import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer } from './http';

/** The shapes of contract 1.0 and 2.1, as far as the checks look into them. */

export interface WireUser {
  id: string;
  aud: string;
  role: string;
  email: string;
  new_email?: string;
  confirmed_at?: string;
  invited_at?: string;
  confirmation_sent_at?: string;
  recovery_sent_at?: string;
  email_change_sent_at?: string;
  app_metadata: Record<string, unknown>;
  user_metadata: Record<string, unknown> | null;
  created_at: string;
  updated_at: string;
}

export interface Tokens {
  access_token: string;
  token_type: string;
  expires_in: number;
  refresh_token: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `{code, msg}` with exactly this text, and an error id from 500 on. */
export function expectError(answer: Answer, status: number, msg: string): void {
  const id = status >= 500 ? { error_id: expect.stringMatching(uuid) as string } : {};
  expect({ status: answer.status, body: answer.json }).toEqual({
    status,
    body: { code: status, msg, ...id },
  });
}

/** The same for texts that end in a reason of their own. */
export function expectErrorStart(answer: Answer, status: number, start: string): void {
  const { msg } = answer.json as { msg: string };
  expect({ status: answer.status, start: msg.slice(0, start.length) }).toEqual({ status, start });
}

/** OAuth errors are 400, whatever they are. */
export function expectOAuthError(answer: Answer, error: string, description?: string): void {
  const body = description === undefined ? { error } : { error, error_description: description };
  expect({ status: answer.status, body: answer.json }).toEqual({ status: 400, body });
}

export function userOf(answer: Answer): WireUser {
  expect(answer.status, answer.text).toBe(200);
  return answer.json as WireUser;
}

export function tokensOf(answer: Answer): Tokens {
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Tokens;
}

export interface JwtClaims {
  aud?: string;
  exp: number;
  sub: string;
  email: string;
  app_metadata: Record<string, unknown>;
  user_metadata: Record<string, unknown>;
}

export function readJwt(token: string): { header: Record<string, unknown>; claims: JwtClaims } {
  const [header = '', claims = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  return { header: read(header) as Record<string, unknown>, claims: read(claims) as JwtClaims };
}

/**
 * A moment (ms since 1970) so many seconds after Identity was asked, which was between `askedAt` and now, however long the
 * answer took. Its clock may be half a minute behind ours and a second ahead, and it counts whole seconds.
 */
export function expectMoment(moment: number, secondsAfter: number, askedAt: number): void {
  const givenAt = moment - secondsAfter * 1000;
  expect(givenAt).toBeGreaterThan(askedAt - 30_000);
  expect(givenAt).toBeLessThanOrEqual(Date.now() + 1_000);
}

/** The HS256 signature of the first two parts of a token. */
export function signatureOf(input: string, secret: string): string {
  return createHmac('sha256', secret).update(input).digest('base64url');
}

/** Signs by hand, so that a token can be wrong in every way. */
export function makeJwt(
  claims: object,
  secret: string,
  header: object = { alg: 'HS256', typ: 'JWT' },
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${signatureOf(input, secret)}`;
}

/** The cookie was cleared by this answer (contract 2.3). */
export function expectCookieCleared(answer: Answer): void {
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^nf_jwt=; Path=\/; Expires=[^;]+ GMT; Max-Age=0; HttpOnly; Secure$/),
  ]);
}
