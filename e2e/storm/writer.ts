import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../fixtures/site';

/** What became of one comment that somebody wanted to post. */
export interface Written {
  film: string;
  body: string;
  /** Whether the site has said that it is posted. */
  acknowledged: boolean;
  /** Every status on the way, with when it came. */
  answers: { at: number; status: number; retryAfter: string | null }[];
}

export interface Writer {
  writeUntil(end: number, film: string): Promise<Written[]>;
}

/** A member with an account of their own who posts, sends everything twice, and tries again when there is no answer. */
export async function startWriter(site: Site, index: number): Promise<Writer> {
  const accessToken = await makeAccount(site, index);
  return {
    async writeUntil(end, film) {
      const written: Written[] = [];
      for (let turn = 0; Date.now() < end; turn += 1) {
        written.push(
          await write(site, accessToken, film, `Writer ${index}, comment ${turn}, ${randomUUID()}.`, end),
        );
      }
      return written;
    },
  };
}

async function write(
  site: Site,
  accessToken: string,
  film: string,
  body: string,
  end: number,
): Promise<Written> {
  const written: Written = { film, body, acknowledged: false, answers: [] };
  const key = randomUUID();
  while (!written.acknowledged) {
    // A double click, and what a browser does after a lost answer: the same words under the same key.
    const both = await Promise.all([
      post(site, accessToken, film, body, key),
      post(site, accessToken, film, body, key),
    ]);
    written.answers.push(...both);
    written.acknowledged = both.some(({ status }) => status === 201);
    if (written.acknowledged || Date.now() >= end) break;
    const wait = Math.max(...both.map(({ retryAfter }) => Number(retryAfter ?? 0)), 0.2);
    await pause(Math.min(wait * 1000, Math.max(0, end - Date.now())));
  }
  return written;
}

async function post(site: Site, accessToken: string, film: string, body: string, key: string) {
  const at = Date.now();
  try {
    const answer = await fetch(`${site.url}/api/films/${film}/comments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ body }),
    });
    await answer.arrayBuffer();
    return { at, status: answer.status, retryAfter: answer.headers.get('retry-after') };
  } catch {
    return { at, status: 0, retryAfter: null };
  }
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
