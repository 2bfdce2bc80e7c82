import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Why a hook could not be asked: GoTrue answers each differently (contract 4.3). */
export class HookFailure extends Error {
  constructor(readonly kind: 'timeout' | 'no-connection' | 'broken') {
    super(kind);
  }
}

export interface HookAnswer {
  status: number;
  /** Null when the time was over while the body was still coming. */
  body: string | null;
}

interface Attempt {
  url: string;
  method: 'POST' | 'GET';
  headers: Record<string, string>;
  body: string;
}

const maxRedirects = 10;

/**
 * One attempt, redirects followed as Go's client follows them, within `timeoutMs` in all.
 * @throws HookFailure
 */
export async function postHook(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<HookAnswer> {
  if (!URL.canParse(url)) throw new HookFailure('no-connection');
  const deadline = AbortSignal.timeout(timeoutMs);
  let attempt: Attempt = { url, method: 'POST', headers, body };
  for (let hop = 0; ; hop += 1) {
    const response = await send(attempt, deadline);
    const target = redirectOf(attempt, response);
    if (target === null) return { status: response.statusCode ?? 0, body: await readAll(response) };
    response.resume();
    if (hop === maxRedirects) throw new HookFailure('broken');
    attempt = target;
  }
}

function send(attempt: Attempt, deadline: AbortSignal): Promise<IncomingMessage> {
  const request = attempt.url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    let connected = false;
    // A connection of its own: a kept one that the other side has just closed would look like a broken answer.
    const outgoing = request(attempt.url, {
      method: attempt.method,
      headers: attempt.headers,
      signal: deadline,
      agent: false,
    });
    outgoing.on('socket', (socket) =>
      socket.once('connect', () => {
        connected = true;
      }),
    );
    outgoing.on('response', resolve);
    outgoing.on('error', () => {
      if (deadline.aborted) reject(new HookFailure('timeout'));
      else reject(new HookFailure(connected ? 'broken' : 'no-connection'));
    });
    outgoing.end(attempt.method === 'POST' ? attempt.body : undefined);
  });
}

function redirectOf(attempt: Attempt, response: IncomingMessage): Attempt | null {
  const location = response.headers.location;
  const status = response.statusCode ?? 0;
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return null;
  const url = new URL(location, attempt.url).href;
  return status < 307 ? { url, method: 'GET', headers: {}, body: '' } : { ...attempt, url };
}

async function readAll(response: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}
