import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../fixtures/site';
import { type TimedResponse, timedRequest } from './timed-request';

/** What became of one comment that somebody wanted to post. */
export interface Written {
  film: string;
  body: string;
  /** Whether the site has said that it is posted. */
  acknowledged: boolean;
  /** Every response on the way. */
  responses: TimedResponse[];
}

/** One of the load, as far as it has come. */
export interface Participant {
  responses: number;
  /** Comments that the site has said are posted; none of a visitor. */
  posted: number;
}

export interface Writer {
  /** Counts what it gets on `participant`, and says `changed` each time. */
  writeUntil(
    stop: AbortSignal,
    film: string,
    participant: Participant,
    changed: () => void,
  ): Promise<Written[]>;
}

const IMPATIENCE_MS = 300;

/**
 * Somebody with accounts who posts under them in turn, because each may post once in ten seconds; who sends everything
 * twice, and tries again when it was not taken.
 */
export async function startWriter(site: Site, index: number, accounts: number): Promise<Writer> {
  const tokens: string[] = [];
  for (let account = 0; account < accounts; account += 1) tokens.push(await makeAccount(site, index));
  return {
    async writeUntil(stop, film, participant, changed) {
      const written: Written[] = [];
      for (let turn = 0; !stop.aborted; turn += 1) {
        const body = `Writer ${index}, comment ${turn}, ${randomUUID()}.`;
        const comment = { film, body, accessToken: tokens[turn % accounts] ?? '' };
        const result = await write(site, comment, stop, () => {
          participant.responses += 1;
          changed();
        });
        written.push(result);
        if (result.acknowledged) participant.posted += 1;
        changed();
      }
      return written;
    },
  };
}

async function write(
  site: Site,
  { film, body, accessToken }: { film: string; body: string; accessToken: string },
  stop: AbortSignal,
  onResponse: () => void,
): Promise<Written> {
  const written: Written = { film, body, acknowledged: false, responses: [] };
  const headers = {
    authorization: `Bearer ${accessToken}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const send = () =>
    timedRequest(`${site.url}/api/films/${film}/comments`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ body }),
    });
  while (!written.acknowledged) {
    // A double click, and what a browser does after a lost answer: the same words under the same key.
    const both = await Promise.all([send(), send()]);
    written.responses.push(...both);
    written.acknowledged = both.some(({ status }) => status === 201);
    onResponse();
    if (written.acknowledged || stop.aborted) break;
    // Whoever is to stop stops waiting, too.
    await pause(Math.max(...both.map(waitAfter)), null, { signal: stop }).catch(() => undefined);
  }
  return written;
}

/** A pause that the site asks for is kept; after a failure of ours people press the button again at once. */
function waitAfter({ status, retryAfter }: TimedResponse): number {
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
