import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../fixtures/site';
import { type Answer, ask } from './answer';

/** What became of one comment that somebody wanted to post. */
export interface Written {
  film: string;
  body: string;
  /** Whether the site has said that it is posted. */
  acknowledged: boolean;
  /** Everything that it answered on the way. */
  answers: Answer[];
}

export interface Writer {
  writeUntil(end: number, film: string): Promise<Written[]>;
}

/** The house lets an account post once in ten seconds; with a new one each second a writer has always something to send. */
const ACCOUNTS = 10;
const IMPATIENCE_MS = 300;

/** Somebody with accounts who posts under them in turn, sends everything twice, and tries again when it was not taken. */
export async function startWriter(site: Site, index: number): Promise<Writer> {
  const tokens: string[] = [];
  for (let account = 0; account < ACCOUNTS; account += 1) tokens.push(await makeAccount(site, index));
  return {
    async writeUntil(end, film) {
      const written: Written[] = [];
      for (let turn = 0; Date.now() < end; turn += 1) {
        const body = `Writer ${index}, comment ${turn}, ${randomUUID()}.`;
        written.push(await write(site, tokens[turn % ACCOUNTS] ?? '', { film, body }, end));
      }
      return written;
    },
  };
}

async function write(
  site: Site,
  accessToken: string,
  { film, body }: { film: string; body: string },
  end: number,
): Promise<Written> {
  const written: Written = { film, body, acknowledged: false, answers: [] };
  const headers = {
    authorization: `Bearer ${accessToken}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const send = () =>
    ask(`${site.url}/api/films/${film}/comments`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ body }),
    });
  while (!written.acknowledged) {
    // A double click, and what a browser does after a lost answer: the same words under the same key.
    const both = await Promise.all([send(), send()]);
    written.answers.push(...both);
    written.acknowledged = both.some(({ status }) => status === 201);
    if (written.acknowledged || Date.now() >= end) break;
    const waitMs = Math.max(...both.map(waitAfter));
    await pause(Math.min(waitMs, Math.max(0, end - Date.now())));
  }
  return written;
}

/** A pause that the house asks for is kept; after a failure of ours people press the button again at once. */
function waitAfter({ status, retryAfter }: Answer): number {
  return status === 429 ? Number(retryAfter) * 1000 : IMPATIENCE_MS;
}

async function makeAccount(site: Site, index: number): Promise<string> {
  const email = `writer-${index}-${randomUUID().slice(0, 8)}@example.org`;
  const password = randomUUID();
  const operator = { authorization: `Bearer ${site.operatorToken}`, 'content-type': 'application/json' };
  const user = { email, password, confirm: true, user_metadata: { full_name: `Writer ${index}` } };
  const made = await fetch(`${site.identityUrl}/admin/users`, {
    method: 'POST',
    headers: operator,
    body: JSON.stringify(user),
  });
  if (!made.ok) throw new Error(`No account for writer ${index}: ${made.status}`);
  const form = new URLSearchParams({ grant_type: 'password', username: email, password });
  const answer = await fetch(`${site.identityUrl}/token`, { method: 'POST', body: form });
  return ((await answer.json()) as { access_token: string }).access_token;
}
