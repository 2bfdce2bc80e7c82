import { findFilm } from '../films/films';
import { authorsById } from '../members/authors';
import { ProblemError } from '../problem';
import { findThread } from './comment-list';
import { toComment } from './comment-page';
import { findComment } from './comments';
import type { Thread } from './people-schema';
import { visibleAuthorIds } from './to-reply';

/**
 * The thread in which a comment stands: itself, or the one that it answers, with all replies. Four queries. Throws
 * `not-found` (404) for one that is absent, gone or out of sight, unless it is a stub with answers.
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
  const detail = 'There is no such comment: it may have been deleted, or removed by the house.';
  return new ProblemError('not-found', { detail });
}
