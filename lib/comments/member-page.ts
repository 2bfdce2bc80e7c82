import { authorsById } from '../members/authors';
import { findMembers } from '../members/members';
import { ProblemError } from '../problem';
import { listByAuthor } from './comments-of-people';
import { parseCursor, toPage } from './cursor';
import type { MemberPage } from './people-schema';
import { filmNamesOf } from './placed';
import { COMMENTS_PAGE_SIZE } from './schema';
import { toPublicReply } from './to-reply';

/**
 * A member as everybody may see them: name, since when, their visible comments, newest first. Four queries. Who is
 * known neither to the mirror nor by a comment is not asked of Identity, so nobody can ask it about ids of their own
 * making. Throws `not-found`, also for people who have left, and `invalid` (422) for a cursor that is not ours.
 */
export async function getMemberPage(id: string, cursor?: string): Promise<MemberPage> {
  const after = parseCursor(cursor);
  const [found, known] = await Promise.all([
    listByAuthor(id, ['visible'], after, COMMENTS_PAGE_SIZE + 1),
    findMembers([id]),
  ]);
  if (found.length === 0 && !known.has(id)) throw noMember();
  const { page, nextCursor } = toPage(found, COMMENTS_PAGE_SIZE);
  const [filmOf, authors] = await Promise.all([filmNamesOf(page), authorsById([id])]);
  const author = authors.get(id);
  if (author?.kind !== 'member') throw noMember();
  // Whom the mirror lacked is in it by now.
  const members = known.has(id) ? known : await findMembers([id]);
  return {
    member: { ...author, since: members.get(id)?.since?.toISOString() ?? null },
    comments: {
      items: page.map((comment) => ({
        comment: toPublicReply(comment, authors),
        film: filmOf(comment),
        parentId: comment.parentId,
      })),
      nextCursor,
    },
  };
}

function noMember(): ProblemError {
  const detail =
    'Nobody here has this address. The account may be gone: what its owner wrote stands without a name.';
  return new ProblemError('not-found', { detail });
}
