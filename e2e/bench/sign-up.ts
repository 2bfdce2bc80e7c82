import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { BenchSite } from './house';
import { measure, ms, table } from './measure';

/** What somebody who joins waits for: Identity holds their sign-up until our function has answered. */
export async function benchSignUp(house: BenchSite, runs: number): Promise<void> {
  const { median, p95 } = await measure(runs, () => signUp(house));
  table(
    'The function `identity-signup`, called as Identity calls it',
    ['median', 'p95', 'aim'],
    [[ms(median), ms(p95), 'p95 at most 150 ms']],
  );
}

async function signUp({ functionsUrl, jwtSecret }: BenchSite): Promise<void> {
  const body = JSON.stringify({
    event: 'signup',
    instance_id: '00000000-0000-0000-0000-000000000000',
    user: {
      id: randomUUID(),
      aud: '',
      role: '',
      email: `${randomUUID()}@marquee.example`,
      app_metadata: { provider: 'email' },
      user_metadata: { full_name: 'Ada Bench' },
      created_at: new Date().toISOString(),
      updated_at: new Date().toISOString(),
    },
  });
  const signature = await new SignJWT({ sha256: createHash('sha256').update(body).digest('hex') })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('gotrue')
    .setSubject('00000000-0000-0000-0000-000000000000')
    .setIssuedAt()
    .sign(new TextEncoder().encode(jwtSecret));
  const answer = await fetch(`${functionsUrl}/identity-signup`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-netlify-event': 'identity_signup',
      'x-webhook-signature': signature,
    },
    body,
  });
  if (answer.status !== 200)
    throw new Error(`identity-signup answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}
