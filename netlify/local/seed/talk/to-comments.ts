import { createHash } from 'node:crypto';
import type { SeedComment } from '../../../../lib/comments/bulk';
import type { SeedDiscussion } from '../../../../lib/comments/discussions';
import type { FilmTalk, HouseAct, Remark } from './film-talk';

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
    const { by, hoursAgo, body, spoiler = false, editedHoursAgo, removed } = remark;
    const authorId = authorIds.get(by);
    if (!authorId) throw new Error(`${by} comments on ${film} but is not a member`);
    return {
      id: idOf(film, remark),
      filmId: film,
      authorId,
      parentId,
      body,
      spoiler,
      createdAt: hoursBefore(now, hoursAgo),
      editedAt: editedHoursAgo === undefined ? null : hoursBefore(now, editedHoursAgo),
      removal: removed ? toAct(removed, authorIds, now) : null,
    };
  };
  return talk.flatMap(({ film, comments }) =>
    comments.flatMap(({ replies = [], ...remark }) => [
      toComment(film, remark, null),
      ...replies.map((reply) => toComment(film, reply, idOf(film, remark))),
    ]),
  );
}

/** The talks that the house has closed, of people and at hours as above. */
export function toClosedTalks(
  talk: readonly FilmTalk[],
  staffIds: ReadonlyMap<string, string>,
  now: Date,
): SeedDiscussion[] {
  return talk.flatMap(({ film, closed }) =>
    closed ? [{ filmId: film, ...toAct(closed, staffIds, now) }] : [],
  );
}

function toAct(
  { by, hoursAgo, reason }: HouseAct,
  ids: ReadonlyMap<string, string>,
  now: Date,
): { reason: string; by: string; at: Date } {
  const id = ids.get(by);
  if (!id) throw new Error(`${by} acts for the house but is not a member`);
  return { reason, by: id, at: hoursBefore(now, hoursAgo) };
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
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
  return ofFilms.map(({ comments, ...film }) => ({
    ...film,
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
