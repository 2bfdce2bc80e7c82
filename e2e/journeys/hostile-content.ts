import { randomBytes } from 'node:crypto';
import { cellar, screening, up } from '../fixtures/programme-data';
import type { Site } from '../fixtures/site';
import { payloads } from './xss-payloads';

export const ATTACKED = 'attacked';
const PER_COMMENT = 60;
const HOUR_MS = 3_600_000;

const memberId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/**
 * Attacks as the facts of a film, its people, its auditorium, names of members and what they say: past every check that a
 * member or an importer would meet, so the pages alone have to hold. `removed` had words of `authorId`'s, and has a reason.
 */
export async function attackSite(
  site: Site,
  authorId: string,
): Promise<{ members: string[]; commentId: string }> {
  process.env.MONGODB_URI = site.mongodbUri;
  const { closeMongoClient } = await import('../../lib/db/client');
  const { ensureMember } = await import('../../lib/members/members');
  await ensureAttackedFilm();
  const members = payloads.map((_, index) => memberId(index));
  for (const [index, id] of members.entries()) {
    await ensureMember({ id, name: payloads[index] ?? '', roles: ['member'] }, new Date());
  }
  const commentId = await ensureAttackedDiscussion(members, authorId);
  await closeMongoClient();
  return { members, commentId };
}

async function ensureAttackedFilm(): Promise<void> {
  const { ensureFilms } = await import('../../lib/films/films');
  const { ensureAuditoriums } = await import('../../lib/screenings/auditoriums');
  const { ensureScreenings } = await import('../../lib/screenings/screenings');
  const [title = '', ...facts] = payloads;
  const film = {
    ...up,
    slug: ATTACKED,
    title,
    synopsis: facts.join(' '),
    directors: facts.slice(0, 3),
    cast: facts.slice(3, 20),
    genres: facts.slice(20, 30),
    countries: facts.slice(30, 40),
    languages: facts.slice(40, 50),
    contentNotes: facts.slice(50, 60),
  };
  const [name = '', access = '', wayIn = '', ...offers] = payloads.slice(60, 70);
  const room = { ...cellar, id: ATTACKED, name, access, wayIn, offers };
  const soon = new Date(Date.now() + HOUR_MS).toISOString();
  await ensureFilms([film]);
  await ensureAuditoriums([room]);
  await ensureScreenings([screening(film, room, soon, { subtitles: payloads[70] ?? '' })]);
}

/** @returns the first comment */
async function ensureAttackedDiscussion(members: string[], authorId: string): Promise<string> {
  const { ensureComments } = await import('../../lib/comments/bulk');
  const { removeComment } = await import('../../lib/comments/moderate-comment');
  const newId = (): string => randomBytes(12).toString('hex');
  const at = (index: number): Date => new Date(Date.now() - (index + 1) * 1000);
  const threads: string[] = [];
  const list = payloads.map((body, index) => {
    const id = newId();
    const isFirst = index % PER_COMMENT === 0;
    if (isFirst) threads.push(id);
    const parentId = isFirst ? null : (threads.at(-1) ?? null);
    return { id, filmId: ATTACKED, authorId: members[index] ?? '', parentId, body, createdAt: at(index) };
  });
  const removed = { id: newId(), filmId: ATTACKED, authorId, parentId: null };
  await ensureComments([...list, { ...removed, body: payloads[1] ?? '', createdAt: at(list.length) }]);
  await removeComment(removed.id, { reason: payloads[25] ?? '', by: members[0] ?? '', now: new Date() });
  return threads[0] ?? '';
}
