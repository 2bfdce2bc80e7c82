import { findFilm } from '../films/films';
import { authorsById } from '../members/authors';
import { findMembers } from '../members/members';
import { ProblemError } from '../problem';
import { findComment } from './comments';
import { parseCursor, toPage } from './cursor';
import { toDiscussion } from './discussions';
import { filmNamesOf, toComment, toPublicReply, visibleAuthorIds } from './mapping';
import { findThread, listByAuthor, listThreads } from './queries';
import {
  type CommentOrder,
  type CommentPage,
  COMMENTS_PAGE_SIZE,
  type MemberPage,
  type Thread,
} from './schema';

/**
 * A page of a film's comments with their authors, newest first unless told; empty for a slug that no film has, which the
 * caller finds out beside it. Two queries, comments and members, while the mirror is warm. Throws `invalid` (422) for a
 * cursor that is not ours.
 */
export async function listComments(
  slug: string,
  { cursor, order = 'newest' }: { cursor?: string | undefined; order?: CommentOrder | undefined } = {},
): Promise<CommentPage> {
  const after = parseCursor(cursor);
  // One more than fits on a page shows whether there is a next page.
  const limit = COMMENTS_PAGE_SIZE + 1;
  const { threads, total, closed } = await listThreads({ filmId: slug, cursor: after, order, limit });
  const { page, nextCursor } = toPage(threads, COMMENTS_PAGE_SIZE);
  // A placeholder stays for its replies; without any it is left out.
  const shown = page.filter(({ state, replies }) => state === 'visible' || replies.length > 0);
  const authors = await authorsById(visibleAuthorIds(shown.flatMap((thread) => [thread, ...thread.replies])));
  const items = shown.map((thread) => toComment(thread, authors));
  return { items, nextCursor, total, discussion: toDiscussion(closed) };
}

/**
 * The thread of a comment or reply, with all replies. Four queries. Throws `not-found` (404) if it does not exist, or
 * was deleted or removed and has no replies.
 */
export async function getThread(id: string): Promise<Thread> {
  const comment = await findComment(id);
  if (!comment) throw noSuchComment();
  const [film, thread] = await Promise.all([
    findFilm(comment.filmId),
    findThread(comment.parentId ?? comment.id),
  ]);
  const stands = [thread, ...(thread?.replies ?? [])].some((one) => one?.id === id);
  if (!film || !thread || !stands || (thread.state !== 'visible' && thread.replies.length === 0)) {
    throw noSuchComment();
  }
  const authors = await authorsById(visibleAuthorIds([thread, ...thread.replies]));
  return { film: { slug: film.slug, title: film.title }, comment: toComment(thread, authors) };
}

function noSuchComment(): ProblemError {
  const detail = 'There’s no such comment. It may have been deleted, or removed by staff.';
  return new ProblemError('not-found', { detail });
}

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
    member: { ...author, joinedAt: members.get(id)?.since?.toISOString() ?? null },
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
    'There’s no member at this address. The account may have been deleted; its comments stay, without a name.';
  return new ProblemError('not-found', { detail });
}
