import { pingDatabase } from '../db/client';
import { getSettings } from '../identity/gotrue';
import { describeError, log } from '../log';
import type { Health } from './schema';

const TIMEOUT_MS = 3_000;

/** Asks the database and Identity at once. Never throws: what does not answer is down. */
export async function getHealth(): Promise<Health> {
  const [database, identity] = await Promise.all([
    stateOf('database', pingDatabase(TIMEOUT_MS)),
    stateOf('identity', getSettings(TIMEOUT_MS)),
  ]);
  return { status: database === 'up' && identity === 'up' ? 'ok' : 'degraded', database, identity };
}

async function stateOf(part: string, answer: Promise<unknown>): Promise<'up' | 'down'> {
  try {
    await answer;
    return 'up';
  } catch (error) {
    log.warn('health.down', { part, error: describeError(error) });
    return 'down';
  }
}
