import { readFile, stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { auditoriumsById, ensureAuditoriums } from '../screenings/auditoriums';
import { parseSeatPlan, SeatPlanError } from '../seating/plan-file';
import { type SeatPlan, seatsOf } from '../seating/schema';
import { findSeatPlan, insertSeatPlan } from '../seating/seat-plans';
import { ImportError } from './errors';
import type { ImportRun } from './import-run';

/** The largest auditorium's plan is a hundredth of that. */
const BYTES_MAX = 1_000_000;

/**
 * Takes the seat plan of one auditorium: `grand@2` is the second plan of `grand`. Screenings that are planned from now on are
 * sold on it; those that are planned keep theirs, because tickets may have been sold. Throws `ImportError` for a plan that
 * cannot be one, that has more seats than its auditorium, or whose version stands there with other seats.
 */
export async function importSeatPlan(path: string, { report, dryRun }: ImportRun): Promise<string[]> {
  const plan = await readPlan(path);
  const auditoriumId = plan.id.replace(/@\d+$/, '');
  const auditorium = (await auditoriumsById([auditoriumId])).get(auditoriumId);
  if (!auditorium) {
    throw new ImportError(
      `There is no auditorium ${auditoriumId}: import it first, or correct the plan's id.`,
    );
  }
  const { length } = seatsOf(plan);
  if (length > auditorium.seatCount) {
    const has = `${auditorium.name} has ${auditorium.seatCount}`;
    throw new ImportError(`The plan has ${length} seats, and ${has}: correct one of the two.`);
  }
  const stored = await findSeatPlan(plan.id);
  if (stored && !isDeepStrictEqual(stored, plan)) {
    throw new ImportError(
      `${plan.id} is stored with other seats, and tickets may be sold on it: give the plan the next version.`,
    );
  }
  const isKnown = stored !== null && auditorium.planId === plan.id;
  report.count('seat plans', isKnown ? 'unchanged' : 'new');
  if (isKnown) return [];
  report.note(`${plan.id}: ${length} seats in ${plan.rows.length} rows.`);
  if (dryRun) return [];
  await insertSeatPlan(plan);
  await ensureAuditoriums([{ ...auditorium, planId: plan.id }]);
  return [];
}

async function readPlan(path: string): Promise<SeatPlan> {
  const size = await stat(path).then(
    (file) => file.size,
    () => null,
  );
  if (size === null) throw new ImportError(`${path} cannot be read.`);
  if (size > BYTES_MAX) throw new ImportError(`${path} is too large for a seat plan.`);
  try {
    return parseSeatPlan(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof SeatPlanError) throw new ImportError(error.problems.join('\n'));
    throw new ImportError(`${path} is not valid JSON.`);
  }
}
