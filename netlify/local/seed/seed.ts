import { ensureComments } from '../../../lib/comments/bulk';
import { seedClosedDiscussions } from '../../../lib/comments/discussions';
import { ensureFilms, filmsBySlug } from '../../../lib/films/films';
import { addDays, cinemaDay, toInstant } from '../../../lib/cinema-time';
import { ensureMember, findMembers } from '../../../lib/members/members';
import { runMigrations } from '../../../lib/migrations/run-migrations';
import { auditoriumsById, ensureAuditoriums } from '../../../lib/screenings/auditoriums';
import { ensureScreenings, listScreeningsBetween } from '../../../lib/screenings/screenings';
import { closedDiscussions, seedComments, selectComments, toClosedDiscussions, toComments } from './comments';
import { ensureAccounts, demoAccounts, members } from './accounts';
import { type Repertoire, repertoires } from './choose-film';
import { insertSeatPlan } from '../../../lib/seating/seat-plans';
import { sellTickets } from './orders';
import { auditoriumFacts, seatPlans } from './auditoriums';
import { topUp } from './plan-day';

export type SeedSize = 'full' | 'small';

/** Today and as many days after it. */
const DAYS: Record<SeedSize, number> = { full: 15, small: 8 };
const SMALL_MEMBERS = 6;
const SMALL_COMMENTS = 20;

/**
 * Fills an empty database, or adds what it lacks today: films, auditoriums, a fortnight of screenings, members, their
 * comments. What is there stays as it is, so staff may change it. Uses `MONGODB_URI`, `IDENTITY_URL` and
 * `IDENTITY_OPERATOR_TOKEN`, as the site does.
 *
 * @returns how much was added
 */
export async function seed(size: SeedSize, now: Date): Promise<{ screenings: number; accounts: number }> {
  const repertoire = repertoires[size];
  // What older code has stored here comes up to date first.
  await runMigrations();
  const [screenings, accounts] = await Promise.all([
    addProgramme(repertoire, DAYS[size], now),
    addPeople(size, repertoire, now),
  ]);
  // The small set, for tests, has sold nothing: they sell what they need.
  if (size === 'full') await addOrders(now);
  return { screenings, accounts };
}

async function addOrders(now: Date): Promise<void> {
  // Sales are open by the database's clock, whatever day the seed is told.
  const from = new Date(Math.max(now.getTime(), Date.now()));
  const days = await listScreeningsBetween(from, toInstant(addDays(cinemaDay(now), 3)));
  const accounts = await ensureAccounts(demoAccounts);
  const seller = accounts.find(({ person }) => person.role === 'staff');
  if (seller)
    await sellTickets(
      days.map(({ screening }) => screening),
      seller.user.id,
    );
}

async function addProgramme(repertoire: Repertoire, days: number, now: Date): Promise<number> {
  const [films, auditoriums] = await Promise.all([
    filmsBySlug(repertoire.films.map(({ slug }) => slug)),
    auditoriumsById(auditoriumFacts.map(({ id }) => id)),
  ]);
  const newFilms = repertoire.films.filter(({ slug }) => !films.has(slug));
  for (const plan of seatPlans) {
    if (!(await insertSeatPlan(plan))) throw new Error(`Another plan is stored as ${plan.id}`);
  }
  await Promise.all([
    ensureFilms(newFilms.map(({ prints: _prints, strands: _strands, ...film }) => film)),
    ensureAuditoriums(auditoriumFacts.filter(({ id }) => !auditoriums.has(id))),
  ]);
  const today = cinemaDay(now);
  // Late shows of the day before still run in the small hours.
  const from = toInstant(addDays(today, -1));
  const booked = await listScreeningsBetween(from, toInstant(addDays(today, days)));
  const bookings = booked.map(({ screening: { auditorium, startsAt, endsAt } }) => ({
    auditoriumId: auditorium.id,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  const missing = topUp(today, days, bookings, repertoire);
  await ensureScreenings(missing);
  return missing.length;
}

async function addPeople(size: SeedSize, repertoire: Repertoire, now: Date): Promise<number> {
  const people = [...demoAccounts, ...(size === 'small' ? members.slice(0, SMALL_MEMBERS) : members)];
  const observedAt = new Date();
  const accounts = await ensureAccounts(people);
  const mirrored = await findMembers(accounts.map(({ user }) => user.id));
  await Promise.all(
    accounts.flatMap(({ user }, k) =>
      mirrored.has(user.id) ? [] : ensureMember({ ...user, createdAt: joinedAt(now, k) }, observedAt),
    ),
  );
  const names = new Set(people.map(({ name }) => name));
  const slugs = new Set(repertoire.films.map(({ slug }) => slug));
  const selected = selectComments(seedComments, slugs, names, size === 'small' ? SMALL_COMMENTS : Infinity);
  const ids = new Map(accounts.map(({ person, user }) => [person.name, user.id]));
  await ensureComments(toComments(selected, ids, now));
  const closed = closedDiscussions.filter(({ film }) => slugs.has(film));
  await seedClosedDiscussions(toClosedDiscussions(closed, ids, now));
  return accounts.filter(({ isNew }) => isNew).length;
}

/** The accounts are made at the seeding, and their owners have written comments for weeks by then. */
function joinedAt(now: Date, k: number): Date {
  return new Date(now.getTime() - (60 + 11 * k) * 24 * 60 * 60 * 1000);
}
