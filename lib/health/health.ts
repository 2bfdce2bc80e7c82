import { database, probeDatabase } from '../db/client';
import { DATA_VERSION, getDataVersion } from '../db/data-version';
import { isWritable } from '../db/write-access';
import { sendsEmails } from '../emails/send-email';
import { deprecatedVariables, faultyVariables } from '../env';
import { findFormerLabels } from '../films/films';
import { getSettings } from '../identity/gotrue';
import { describeError, log } from '../log';
import { getOutboxHealth } from '../outbox/outbox';
import { withTimeout } from '../with-timeout';
import { hasEventReceipts } from './event-receipts';
import type { Health } from './schema';

const TIMEOUT_MS = 3_000;

/** Checks the database and Identity at the same time. Never throws: whatever does not respond is down. */
export async function getHealth(): Promise<Health> {
  const [stored, identity] = await Promise.all([
    databaseHealth(),
    answerOf('identity', getSettings(TIMEOUT_MS)),
  ]);
  const parts = {
    ...stored,
    identity: identity ? 'up' : 'down',
    variables: faultyVariables(),
    deprecatedVariables: deprecatedVariables(),
    emails: sendsEmails() ? 'on' : 'off',
  } as const;
  return { status: statusOf(parts), ...parts };
}

type DatabaseHealth = Pick<
  Health,
  'database' | 'transactions' | 'data' | 'events' | 'writes' | 'outbox' | 'formerLabels'
>;

const UNKNOWN = {
  transactions: 'unknown',
  data: { state: 'unknown', stored: null, expected: DATA_VERSION },
  events: 'unknown',
  writes: 'unknown',
  outbox: null,
  formerLabels: null,
} as const;

async function databaseHealth(): Promise<DatabaseHealth> {
  const probed = await answerOf('database', probeDatabase(TIMEOUT_MS));
  if (!probed) return { database: 'down', ...UNKNOWN };
  const transactions = probed.transactions ? 'yes' : 'no';
  const read = Promise.all([
    getDataVersion(),
    hasEventReceipts(),
    database().then(isWritable),
    getOutboxHealth(new Date()),
    findFormerLabels(),
  ]);
  const known = await answerOf('database', withTimeout(TIMEOUT_MS, read));
  if (!known) return { database: 'down', ...UNKNOWN, transactions };
  const [data, received, writes, outbox, formerLabels] = known;
  return {
    database: 'up',
    transactions,
    data,
    events: received ? 'received' : 'never',
    writes: writes ? 'allowed' : 'refused',
    outbox,
    formerLabels,
  };
}

function statusOf(parts: Omit<Health, 'status'>): Health['status'] {
  if (parts.database === 'down' || parts.identity === 'down') return 'degraded';
  const isWell =
    parts.transactions === 'yes' &&
    parts.data.state === 'current' &&
    parts.variables.length === 0 &&
    (parts.outbox?.lateMinutes ?? null) === null;
  return isWell ? 'ok' : 'attention';
}

async function answerOf<T>(part: string, answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    log.warn('health.down', { part, error: describeError(error) });
    return null;
  }
}
