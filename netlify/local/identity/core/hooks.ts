import { createHash } from 'node:crypto';
import { decodeStruct, encodeJson, GoJsonError } from './json';
import type { Identity } from './identity';
import { signJwt } from './jwt';
import type { HookEvent } from './options';
import { HttpError } from './respond';
import type { Transaction } from './store';
import { nilUuid, toWire, type User } from './user';

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

interface HookResponse {
  status: number;
  /** Null when the time was over while the body was still coming. */
  body: string | null;
}

const NO_CONNECTION = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ERR_INVALID_URL',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * One attempt, redirects followed, within `timeoutMs` in all.
 * @throws HookFailure
 */
async function postHook(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<HookResponse> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    // A connection of its own: an idle one that the other side has just closed would look like a broken answer.
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, Connection: 'close' },
      body,
      signal,
    });
    return { status: response.status, body: await response.text().catch(() => null) };
  } catch (error) {
    if (signal.aborted) throw new HookFailure('timeout');
    const { code = '' } = ((error as Error).cause ?? {}) as { code?: string };
    throw new HookFailure(NO_CONNECTION.includes(code) ? 'no-connection' : 'broken');
  }
}
