import { randomUUID } from 'node:crypto';
import { findUserById } from '../identity/gotrue';
import { type User, userIdSchema } from '../identity/schema';
import { describeError, log } from '../log';
import { claimRefresh, ensureMember, eraseMember, findMembers, toDeletedMember, toMember } from './members';
import type { Author, Member } from './schema';

/** A member seen in this time is shown as the mirror has them. */
const FRESH_FOR_MS = 24 * 60 * 60 * 1000;
/** Bounds of what one page may ask of Identity. */
const IDS_AT_MOST = 20;
const AT_ONCE = 4;
const IN_ALL_MS = 1_500;
/** A claim outlives its question a little: an Identity that hangs slows one page in this time, not each. */
const CLAIM_MS = 5_000;

/**
 * Resolves Identity user ids to display authors; every id gets one. One query if the mirror is fresh. Identity is
 * asked about ids that the mirror lacks, or has not seen for a day, within limits of number and time. It never fails
 * because of Identity: then it uses what the mirror has, otherwise "Member".
 */
export async function authorsById(ids: readonly string[]): Promise<Map<string, Author>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const known = await findMembers(wanted);
  const missing = wanted.filter((id) => !isSeen(known.get(id)));
  const stale = wanted.filter((id) => isSeen(known.get(id)) && !isFresh(known.get(id)));
  const refreshed = await refreshMembers([...missing, ...stale]);
  return new Map(wanted.map((id) => [id, toAuthor(id, refreshed.get(id) ?? known.get(id))]));
}

/** A caller as others see them: what Identity said of them just now, so nobody is asked. */
export function authorOfSession(user: Pick<User, 'id' | 'name' | 'roles'>): Author {
  return toAuthor(user.id, toMember(user, new Date()));
}

function isSeen(member: Member | undefined): boolean {
  return member !== undefined && member.state !== 'unknown';
}

function isFresh(member: Member | undefined): boolean {
  return member !== undefined && Date.now() - member.observedAt.getTime() < FRESH_FOR_MS;
}

function toAuthor(id: string, member: Member | undefined): Author {
  if (member?.state === 'gone') return { id, name: 'Former member', kind: 'deleted', staff: false };
  return { id, name: member?.name || 'Member', kind: 'member', staff: member?.staff ?? false };
}

type Found = Map<string, Member>;

const inFlight = new Map<string, Promise<Found>>();

/**
 * Asks Identity about these ids, in order, and stores the results in the mirror. An id that is already being asked
 * about, here or in another process, is not asked again. Returns what is known when all is done or the time is up.
 */
async function refreshMembers(ids: readonly string[]): Promise<Found> {
  const batches = new Set<Promise<Found>>();
  const fresh: string[] = [];
  for (const id of ids) {
    const running = inFlight.get(id);
    if (running) batches.add(running);
    // An id of another form is none of Identity's.
    else if (userIdSchema.safeParse(id).success) fresh.push(id);
  }
  if (fresh.length > 0) batches.add(startBatch(fresh.slice(0, IDS_AT_MOST)));
  const answers = await Promise.all(batches);
  return new Map(answers.flatMap((found) => [...found]));
}

function startBatch(ids: string[]): Promise<Found> {
  const batch = runBatch(ids).finally(() => {
    for (const id of ids) if (inFlight.get(id) === batch) inFlight.delete(id);
  });
  for (const id of ids) inFlight.set(id, batch);
  return batch;
}

/** Never fails: a page is shown with the names that there are. */
async function runBatch(ids: string[]): Promise<Found> {
  const found: Found = new Map();
  const time = AbortSignal.timeout(IN_ALL_MS);
  const timeUp = new Promise<void>((resolve) => time.addEventListener('abort', () => resolve()));
  await Promise.race([timeUp, askAll(ids, found, time).catch(logFailure)]);
  return new Map(found);
}

async function askAll(ids: string[], found: Found, time: AbortSignal): Promise<void> {
  const now = new Date();
  const { claimed, others } = await claimRefresh({
    ids,
    by: randomUUID(),
    now,
    until: new Date(now.getTime() + CLAIM_MS),
    staleBefore: new Date(now.getTime() - FRESH_FOR_MS),
  });
  for (const [id, member] of others) found.set(id, member);
  const queue = claimed.values();
  const failures: unknown[] = [];
  const askOneByOne = async () => {
    for (const id of queue) {
      if (time.aborted) return;
      await askOne(id, found, time).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOneByOne));
  if (failures.length > 0) logFailure(failures[0], failures.length);
}

async function askOne(id: string, found: Found, time: AbortSignal): Promise<void> {
  const observedAt = new Date();
  const user = await findUserById(id, time);
  found.set(id, user ? toMember(user, observedAt) : toDeletedMember(id, observedAt));
  await (user ? ensureMember(user, observedAt) : eraseMember(id, observedAt));
}

function logFailure(error: unknown, count = 1): void {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  log.warn('member.refresh-failed', { count, error: describeError(cause) });
}
