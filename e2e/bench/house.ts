import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewScreening } from '../../lib/screenings/screenings';
import { grand, up } from '../fixtures/programme-data';
import { liftRateLimits } from '../fixtures/lift-rate-limits';
import { startProcess } from '../fixtures/start-process';
import type { SiteReady } from '../fixtures/site';

/** How much there is: the same every time, so that figures can be compared. */
export interface Size {
  users: number;
  films: number;
  comments: number;
}

export const fullSize: Size = { users: 10_000, films: 1_000, comments: 100_000 };
export const quickSize: Size = { users: 500, films: 50, comments: 2_000 };

/** The film under which fifty people have said one thing each: twenty comments, thirty answers, one page. */
export const TALKED_OF = 'film-1';

export interface BenchSite extends SiteReady {
  size: Size;
  stop(): Promise<void>;
}

export const userId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The artifact with its own database and an Identity that has all these people already. */
export async function openHouse(size: Size): Promise<BenchSite> {
  const data = `.local/bench/${process.pid}`;
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'identity.json'), JSON.stringify(people(size.users)));
  const { ready, stop } = await startProcess<SiteReady>('netlify/local/commands/serve.ts', [
    '--data',
    data,
    '--database',
    'bench',
  ]);
  process.env.MONGODB_URI = ready.mongodbUri;
  process.env.IDENTITY_URL = ready.identityUrl;
  process.env.IDENTITY_OPERATOR_TOKEN = ready.operatorToken;
  await fill(size);
  const restoreLimits = await liftRateLimits(ready.mongodbUri);
  return {
    ...ready,
    size,
    async stop() {
      await restoreLimits();
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The local Identity's own file: ten thousand sign-ups, one after the other, would take longer than everything else. */
function people(count: number): unknown {
  const stamp = '2026-01-01T12:00:00Z';
  const none = { confirmationToken: '', recoveryToken: '', emailChangeToken: '', emailChange: '' };
  const never = { invitedAt: null, confirmationSentAt: null, recoverySentAt: null, emailChangeSentAt: null };
  const users = Array.from({ length: count }, (_, index) => ({
    ...none,
    ...never,
    id: userId(index),
    aud: '',
    role: '',
    email: `person-${index}@marquee.example`,
    encryptedPassword: '',
    confirmedAt: stamp,
    appMetadata: { provider: 'email', roles: ['member'] },
    userMetadata: { full_name: `Person ${index}` },
    createdAt: stamp,
    updatedAt: stamp,
  }));
  return { version: 1, users, refreshTokens: [], mails: [] };
}

async function fill({ users, films, comments }: Size): Promise<void> {
  const { ensureFilms } = await import('../../lib/films/films');
  const { ensureAuditoriums } = await import('../../lib/screenings/auditoriums');
  const { ensureScreenings } = await import('../../lib/screenings/screenings');
  const { ensureComments } = await import('../../lib/comments/bulk');
  await ensureFilms(Array.from({ length: films }, (_, index) => film(index)));
  await ensureAuditoriums([grand]);
  await ensureScreenings(fortnight(films));
  const all = Array.from({ length: comments }, (_, index) => comment(index, films, users));
  for (let at = 0; at < all.length; at += 5_000) await ensureComments(all.slice(at, at + 5_000));
}

const film = (index: number) => ({
  ...up,
  slug: `film-${index + 1}`,
  title: `${words[index % words.length]} ${words[(index * 7) % words.length]} ${index + 1}`,
  directors: [`Director ${index % 97}`],
  cast: [`Actor ${index % 211}`, `Actor ${(index * 3) % 211}`],
  genres: [['Drama', 'Comedy', 'Crime', 'Western'][index % 4] ?? 'Drama'],
});
const words = [
  'Lost',
  'Night',
  'River',
  'Paper',
  'Winter',
  'Quiet',
  'Golden',
  'Letter',
  'House',
  'Stranger',
  'Summer',
];

/** Twelve a day for the fourteen days of the programme. */
function fortnight(films: number): NewScreening[] {
  const start = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  return Array.from({ length: 14 * 12 }, (_, index) => {
    const startsAt = new Date(start + Math.floor(index / 12) * 86_400_000 + (10 + (index % 12)) * 3_600_000);
    return {
      filmId: `film-${(index % Math.min(40, films)) + 1}`,
      auditoriumId: grand.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 50 * 60_000),
      format: 'digital' as const,
      subtitles: null,
      features: [],
      prices: [{ kind: 'full' as const, price: { amountMinor: 1100, currency: 'EUR' } }],
    };
  });
}

const FIFTY = 50;
const commentId = (index: number): string => index.toString(16).padStart(24, '0');

/** The first fifty are those of the film that is talked of; the others are spread over the rest. */
function comment(index: number, films: number, users: number) {
  const isTalk = index < FIFTY;
  return {
    id: commentId(index + 1),
    filmId: isTalk ? TALKED_OF : `film-${(index % (films - 1)) + 2}`,
    authorId: userId(index % users),
    parentId: isTalk && index >= 20 ? commentId((index % 20) + 1) : null,
    body: `What I have to say about it is this, and it is number ${index}: nothing is lost by looking twice.`,
    createdAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
  };
}
