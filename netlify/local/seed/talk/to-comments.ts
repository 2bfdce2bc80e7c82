import { createHash } from 'node:crypto';
import type { SeedComment } from '../../../../lib/comments/ensure-comments';
import type { FilmTalk, Remark } from './film-talk';

const HOUR_MS = 3_600_000;

/**
 * Comments as the store takes them. An id depends on film, writer and words alone, so that a second run finds what
 * the first one wrote, whatever the hour.
 *
 * @param authorIds ids of Identity users by name; a remark by somebody else throws
 */
export function toComments(
  talk: readonly FilmTalk[],
  authorIds: ReadonlyMap<string, string>,
  now: Date,
): SeedComment[] {
  const toComment = (film: string, remark: Remark, parentId: string | null): SeedComment => {
    const authorId = authorIds.get(remark.by);
    if (!authorId) throw new Error(`${remark.by} comments on ${film} but is not a member`);
    return {
      id: idOf(film, remark),
      filmId: film,
      authorId,
      parentId,
      body: remark.body,
      createdAt: new Date(now.getTime() - remark.hoursAgo * HOUR_MS),
    };
  };
  return talk.flatMap(({ film, comments }) =>
    comments.flatMap(({ replies = [], ...remark }) => [
      toComment(film, remark, null),
      ...replies.map((reply) => toComment(film, reply, idOf(film, remark))),
    ]),
  );
}

/** The first `count` remarks on these films that these people made, answers after what they answer. */
export function selectTalk(
  talk: readonly FilmTalk[],
  films: ReadonlySet<string>,
  people: ReadonlySet<string>,
  count: number,
): FilmTalk[] {
  let left = count;
  const take = <T>(list: readonly T[]): T[] => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const ofFilms = talk.filter(({ film }) => films.has(film));
  return ofFilms.map(({ film, comments }) => ({
    film,
    comments: comments.flatMap((comment) => {
      if (!people.has(comment.by)) return [];
      return take([comment]).map((taken) => ({
        ...taken,
        replies: take((taken.replies ?? []).filter(({ by }) => people.has(by))),
      }));
    }),
  }));
}

function idOf(film: string, { by, body }: Remark): string {
  return createHash('sha256').update(`${film}\n${by}\n${body}`).digest('hex').slice(0, 24);
}
