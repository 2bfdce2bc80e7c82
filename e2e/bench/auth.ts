import { jwtVerify } from 'jose';
import { database } from '../../lib/db/client';
import { findUserByToken } from '../../lib/identity/gotrue';
import { authenticate } from '../../lib/auth/authenticate';
import { accessToken } from './access-token';
import { type BenchSite, userId } from './house';
import { measure, ms, table } from './measure';

/** Ways to know who calls, and what each costs: time, calls, and how long somebody who was banned goes on. */
export async function benchAuth(house: BenchSite, runs: number): Promise<void> {
  const id = userId(1);
  const token = await accessToken(house, id);
  const key = new TextEncoder().encode(house.jwtSecret);
  const sessions = (await database()).collection<{ _id: string; userId: string; expiresAt: Date }>(
    'bench-sessions',
  );
  await sessions.insertOne({ _id: token, userId: id, expiresAt: new Date(Date.now() + 3_600_000) });

  const alone = await measure(runs, () => jwtVerify(token, key, { algorithms: ['HS256'] }));
  const stored = await measure(runs, () => sessions.findOne({ _id: token, expiresAt: { $gt: new Date() } }));
  const asked = await measure(runs, () => findUserByToken(token));
  const request = { headers: new Headers({ authorization: `Bearer ${token}` }) };
  const ours = await measure(runs, () => authenticate(request));
  const row = (
    what: string,
    { median, p95 }: { median: number; p95: number },
    calls: string,
    until: string,
  ) => [what, ms(median), ms(p95), calls, until];
  table(
    'Who calls?',
    ['way', 'median', 'p95', 'calls a request', 'until a ban, or a role taken away, works'],
    [
      row('the token alone, its signature checked', alone, 'none', 'when the token expires: up to 3,600 s'),
      row(
        'a session in MongoDB',
        stored,
        '1 query',
        'a role: when somebody changes the session too; a ban: 0 s if the same query reads it',
      ),
      row('Identity, asked each time', asked, '1 call of Identity', '0 s'),
      row(
        'Identity, its answer kept 10 s; signed out everywhere? banned? looked up side by side: what we do',
        ours,
        '2 queries; 1 call of Identity in 10 s',
        'a ban: 0 s; a role: at most 10 s',
      ),
    ],
  );
}
