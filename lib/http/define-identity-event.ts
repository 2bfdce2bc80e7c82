import { recordEventReceipt } from '../health/event-receipts';
import { type EventName, parseEvent } from '../identity/events';
import type { User } from '../identity/schema';
import { ProblemError } from '../problem';
import { fail, finish, requestIdOf } from './finish';
import { parseJson, readBytes } from './read-request';

/** People can store a lot in their own metadata, and must still be able to sign in. */
const MAX_EVENT_BYTES = 1024 * 1024;

/**
 * Handles one event of Identity (contract 4.3). Any 4xx or 5xx makes Identity try again, three times in all, and then
 * refuse what the person did. 400 for a payload that does not belong to this event.
 */
export async function defineIdentityEvent(
  request: Request,
  event: EventName,
  handler: (user: User, receivedAt: Date) => Promise<Response>,
): Promise<Response> {
  const receivedAt = new Date();
  const origin = { request, requestId: requestIdOf(request) };
  try {
    const user = await readUser(request, event);
    // In parallel, because a person is waiting.
    const [answer] = await Promise.all([handler(user, receivedAt), recordEventReceipt(event, receivedAt)]);
    return finish(answer, origin);
  } catch (error) {
    return fail(error, origin);
  }
}

async function readUser(request: Request, event: EventName): Promise<User> {
  if (request.method !== 'POST') {
    throw new ProblemError('method-not-allowed', { detail: 'Identity sends its events with POST.' });
  }
  const user = parseEvent(event, parseJson(await readBytes(request, MAX_EVENT_BYTES)));
  if (user) return user;
  throw new ProblemError('malformed-event', { detail: `This is no ${event} event of Identity.` });
}
