import { audit, systemActor } from '../audit';
import { callerOf } from '../auth';
import type { Call } from '../call';
import { clearedCookie } from '../cookies';
import { inTransaction } from '../identity';
import { emptyAnswer, HttpError, type Answer } from '../respond';

/** POST /logout: every refresh token of the user, on all devices; access tokens live until they expire. */
export async function logout(call: Call): Promise<Answer> {
  call.cookies.push(clearedCookie(call.identity.clock));
  const caller = callerOf(call);
  if (caller === null) throw new HttpError(401, 'Invalid user');
  await inTransaction(call.identity, (tx) => {
    audit(call, tx, 'logout', caller === 'system' ? systemActor : caller);
    if (caller !== 'system') tx.deleteRefreshTokens(caller.id);
  });
  return emptyAnswer(204);
}
