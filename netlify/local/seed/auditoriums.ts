import { readFile } from 'node:fs/promises';
import {
  auditoriumColumns,
  mergeAuditorium,
  readAuditoriumRow,
} from '../../../lib/import/import-auditoriums';
import type { NewAuditorium } from '../../../lib/screenings/schema';
import { parseSeatPlan } from '../../../lib/seating/plan-file';
import type { SeatPlan } from '../../../lib/seating/schema';
import { dataFile, readData } from './read-data';

/** What the planner wants to know of an auditorium, by its id. */
const planning: Readonly<Record<string, Planning>> = {
  grand: { cleaningMinutes: 25, wheelchairTakenEvery: 6 },
  studio: { cleaningMinutes: 20, wheelchairTakenEvery: 4 },
  cellar: { cleaningMinutes: 20, wheelchairTakenEvery: 2 },
};

interface Planning {
  /** From the doors opening to the next start. */
  cleaningMinutes: number;
  /** One screening in so many has its wheelchair places gone. */
  wheelchairTakenEvery: number;
}

const columns = auditoriumColumns();

/** The seat plan of each auditorium. */
export const seatPlans: readonly SeatPlan[] = await Promise.all(
  Object.keys(planning).map(async (id) =>
    parseSeatPlan(JSON.parse(await readFile(dataFile(`seat-plans/${id}.json`), 'utf8'))),
  ),
);

/** What visitors are told about the auditoriums. */
export const auditoriumFacts: readonly NewAuditorium[] = await readData('auditoriums.csv', (record) => {
  const facts = mergeAuditorium(readAuditoriumRow(columns.row(record)), undefined);
  const plan = seatPlans.find(({ id }) => id.startsWith(`${facts.id}@`));
  return { ...facts, ...(plan && { planId: plan.id }) };
});

/** The auditoriums as the planner knows them. */
export const auditoriums: readonly (Planning & Required<Pick<NewAuditorium, 'id' | 'formats'>>)[] =
  auditoriumFacts.map(({ id, formats = [] }) => {
    const facts = planning[id];
    if (facts) return { id, formats, ...facts };
    throw new Error(`The planner does not know how long ${id} is cleaned`);
  });
