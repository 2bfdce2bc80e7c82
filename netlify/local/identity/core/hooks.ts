import { createHash } from 'node:crypto';
import { decodeStruct, encodeJson, GoJsonError } from './json';
import type { Identity } from './identity';
import { signJwt } from './jwt';
import type { HookEvent } from './options';
import { HttpError } from './respond';
import type { Transaction } from './store';
import { nilUuid, toWire, type User } from './user';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const succeeded = [200, 202, 204];
const responseShape = { app_metadata: 'map', user_metadata: 'map' } as const;

/**
 * Calls the functions of an event, one after another, and puts what they answer into `user` and `tx`. The first failure
 * stops the chain (contract 4).
 * @throws HttpError 422, 500, 502 or 504
 */
export async function triggerHooks(
  identity: Identity,
  tx: Transaction,
  event: HookEvent,
  user: User,
): Promise<void> {
  for (const target of identity.config.hooks[event] ?? []) {
    const url = target.startsWith('/') ? identity.config.siteUrl + target : target;
    applyResponse(tx, user, await callHook(identity, url, event, user));
  }
}

/** For events after the fact: a failure is logged, nobody sees it. */
export async function triggerHooksQuietly(
  identity: Identity,
  tx: Transaction,
  event: HookEvent,
  user: User,
): Promise<void> {
  try {
    await triggerHooks(identity, tx, event, user);
  } catch (error) {
    identity.config.log(`identity: ${event}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function callHook(
  identity: Identity,
  url: string,
  event: HookEvent,
  user: User,
): Promise<HookResponse> {
  const { config } = identity;
  const body = encodeJson({ event, instance_id: nilUuid, user: toWire(user) });
  for (let attempt = 1; attempt <= config.hookAttempts; attempt += 1) {
    try {
      const answer = await postHook(
        url,
        signedHeaders(identity, event, body),
        body,
        config.hookTimeoutSec * 1000,
      );
      config.log(`identity: ${event} -> ${url} ${answer.status} (attempt ${attempt})`);
      if (succeeded.includes(answer.status)) return answer;
    } catch (error) {
      if (!(error instanceof HookFailure)) throw error;
      config.log(`identity: ${event} -> ${url} ${error.kind} (attempt ${attempt})`);
      if (error.kind !== 'timeout' || attempt === config.hookAttempts)
        throw toHttpError(error, identity, url);
    }
  }
  // GoTrue says "signup" whatever the event was.
  throw new HttpError(422, 'Failed to handle signup webhook');
}

function toHttpError(failure: HookFailure, identity: Identity, url: string): HttpError {
  if (failure.kind === 'timeout') {
    const seconds = identity.config.hookTimeoutSec;
    return new HttpError(504, `Failed to perform webhook in time frame (${seconds} seconds)`);
  }
  return failure.kind === 'broken'
    ? new HttpError(500, `Failed to trigger webhook to ${url}`)
    : new HttpError(502, `Failed to connect to ${url}`);
}

function signedHeaders(identity: Identity, event: HookEvent, body: string): Record<string, string> {
  const claims = {
    iat: identity.clock.nowSec(),
    iss: 'gotrue',
    sub: nilUuid,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
  return {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Go-http-client/1.1',
    'X-Netlify-Event': `identity_${event}`,
    'X-Webhook-Signature': signJwt(claims, identity.config.jwtSecret),
  };
}

/** A map in the answer replaces the stored one as a whole; null or nothing leaves it (contract 4.4). */
function applyResponse(tx: Transaction, user: User, answer: HookResponse): void {
  if (answer.body === '') return;
  const { app_metadata, user_metadata } = readResponse(answer.body);
  if (user_metadata !== null) {
    user.userMetadata = user_metadata;
    tx.update(user, 'userMetadata');
  }
  if (app_metadata !== null) {
    user.appMetadata = app_metadata;
    tx.update(user, 'appMetadata');
  }
}

function readResponse(body: string | null) {
  try {
    if (body === null) {
      throw new GoJsonError(
        'context deadline exceeded (Client.Timeout or context cancellation while reading body)',
      );
    }
    return decodeStruct(body, responseShape, 'api.WebhookResponse');
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new HttpError(500, `Webhook returned malformed JSON: ${error.message}`);
  }
}

/** Why a hook could not be asked: GoTrue answers each differently (contract 4.3). */
class HookFailure extends Error {
  constructor(readonly kind: 'timeout' | 'no-connection' | 'broken') {
    super(kind);
  }
}

export interface HookResponse {
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
async function postHook(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<HookResponse> {
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
    // A connection of its own: an idle one that the other side has just closed would look like a broken answer.
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
