import { isDuplicateKey } from '../db/client';
import { defineCollection } from '../db/collection';
import { isReadOnlyPreview } from '../db/write-access';
import type { User } from '../identity/schema';
import { describeError, log } from '../log';
import { type Member, memberSchema } from './schema';
import { withTimeout } from '../with-timeout';
import { deleteProfile } from './profile';

/** The mirror: one document a user, written by events, first requests and the join, each with its `observedAt`. */
interface MemberDocument extends Omit<Member, 'id'> {
  _id: string;
  /** Until then one process is asking Identity about this member, and no other does. */
  refreshUntil: Date | null;
  /** Which process's question that is. */
  refreshBy: string | null;
}

const members = defineCollection<MemberDocument>({
  name: 'members',
  schema: {
    bsonType: 'object',
    required: ['_id', 'name', 'staff', 'state', 'observedAt'],
    properties: {
      _id: { bsonType: 'string', minLength: 1 },
      name: { bsonType: 'string' },
      staff: { bsonType: 'bool' },
      state: { enum: ['active', 'gone', 'unknown'] },
      observedAt: { bsonType: 'date' },
      since: { bsonType: ['date', 'null'] },
      refreshUntil: { bsonType: ['date', 'null'] },
      refreshBy: { bsonType: ['string', 'null'] },
    },
  },
  indexes: [],
});

type SeenUser = Pick<User, 'id' | 'name' | 'roles'> & Partial<Pick<User, 'createdAt'>>;

const NEVER = new Date(0);
/** Identity waits 5 s for an event's answer, and what the mirror misses comes with the first request. */
const MIRROR_MS = 2_000;

/** Stores what Identity said at `observedAt` in the mirror, unless it has something newer. Idempotent. */
export async function ensureMember(user: SeenUser, observedAt: Date): Promise<void> {
  await write(toMember(user, observedAt));
}

/** The account is gone in Identity: the name goes with it, the id stays with what they wrote. */
export async function markMemberDeleted(id: string, observedAt: Date): Promise<void> {
  await write(toDeletedMember(id, observedAt));
}

/** Puts the user of an event into the mirror; a database that fails or hangs fails nobody's sign-up or sign-in. */
export async function tryMirrorUser(
  user: Pick<User, 'id' | 'name' | 'roles'>,
  receivedAt: Date,
): Promise<void> {
  try {
    await withTimeout(MIRROR_MS, ensureMember(user, receivedAt));
  } catch (error) {
    log.warn('member.mirror-failed', { error: describeError(error) });
  }
}

/** The account is gone in Identity: the name goes out of the mirror, and what the person stored here is deleted. */
export async function eraseMember(id: string, observedAt: Date): Promise<void> {
  await Promise.all([markMemberDeleted(id, observedAt), deleteProfile(id)]);
}

/** One query. */
export async function findMembers(ids: readonly string[]): Promise<Map<string, Member>> {
  const found = await (await members()).find({ _id: { $in: [...ids] } }).toArray();
  return toMembers(found);
}

export interface RefreshClaim {
  ids: readonly string[];
  /** Identifies the claim; unique. */
  by: string;
  now: Date;
  until: Date;
  /** Members that were seen after this need no refresh. */
  staleBefore: Date;
}

/**
 * Claims the asking about these ids, against all other processes. `claimed` are ours to ask; `others` is what the mirror
 * has by now of the rest, which another process is asking about or has just written. Two queries.
 */
export async function claimRefresh(
  claim: RefreshClaim,
): Promise<{ claimed: string[]; others: Map<string, Member> }> {
  const { ids, by, now, until, staleBefore } = claim;
  const collection = await members();
  const fresh = { name: '', staff: false, state: 'unknown', observedAt: NEVER } as const;
  const free = [{ refreshUntil: null }, { refreshUntil: { $lte: now } }];
  const writes = ids.map((_id) => ({
    updateOne: {
      filter: { _id, observedAt: { $lt: staleBefore }, $or: free },
      update: { $set: { refreshUntil: until, refreshBy: by }, $setOnInsert: fresh },
      upsert: true,
    },
  }));
  // What does not match (fresh, or claimed by another) makes its upsert collide: that id is not ours.
  await collection.bulkWrite(writes, { ordered: false }).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
  const documents = await collection.find({ _id: { $in: [...ids] } }).toArray();
  return {
    claimed: documents.filter(({ refreshBy }) => refreshBy === by).map(({ _id }) => _id),
    others: toMembers(documents.filter(({ refreshBy }) => refreshBy !== by)),
  };
}

export function toMember({ id, name, roles, createdAt = null }: SeenUser, observedAt: Date): Member {
  const staff = roles.includes('staff') || roles.includes('admin');
  return { id, name, staff, state: 'active', observedAt, since: createdAt };
}

export function toDeletedMember(id: string, observedAt: Date): Member {
  return { id, name: '', staff: false, state: 'gone', observedAt, since: null };
}

async function write({ id, since, ...seen }: Member): Promise<void> {
  const collection = await members();
  const older = { _id: id, observedAt: { $lte: seen.observedAt } };
  const update = {
    $set: { ...seen, ...(seen.state === 'gone' ? { since: null } : {}), refreshUntil: null, refreshBy: null },
    // An account is created once: a later time is never right, and a source without a time changes nothing.
    ...(since ? { $min: { since } } : {}),
  };
  try {
    await collection.updateOne(older, update, { upsert: true });
  } catch (error) {
    // A read-only preview leaves the mirror to the real site and shows what is in it.
    if (isReadOnlyPreview(error)) return;
    if (!isDuplicateKey(error)) throw error;
    // There is one, newer or written in this very moment: the condition decides which stays.
    await collection.updateOne(older, update);
  }
}

/** What cannot be read is left out, because a page shows its comments all the same. */
function toMembers(documents: MemberDocument[]): Map<string, Member> {
  const readable = new Map<string, Member>();
  for (const { _id, ...fields } of documents) {
    const member = memberSchema.safeParse({ id: _id, ...fields });
    if (member.success) readable.set(_id, member.data);
    else log.error('members.unreadable', { memberId: String(_id) });
  }
  return readable;
}
