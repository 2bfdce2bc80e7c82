import { findMembers } from './members';
import { FRESH_FOR_MS, refreshMembers } from './refresh';
import type { Author, Member } from './schema';

/**
 * The join: who wrote what stands on a page, by Identity user id; each id gets an author. Warm it is one query. Ids that
 * the mirror lacks, or has not seen for a day, are asked of Identity, bounded in number and time. It never fails because
 * Identity does: then it shows what the mirror has, else "Member".
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
