import { isDeepStrictEqual } from 'node:util';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import { numberedPlaces } from './plan-file';
import { type SeatPlan, seatPlanSchema } from './schema';

type SeatPlanDocument = Omit<SeatPlan, 'id'> & { _id: string };

const seatPlans = defineCollection<SeatPlanDocument>({
  name: 'seat-plans',
  schema: {
    bsonType: 'object',
    required: ['_id', 'drawn', 'zones', 'rows', 'bestRow'],
    properties: {
      _id: { bsonType: 'string' },
      drawn: { bsonType: 'bool' },
      zones: { bsonType: 'array' },
      rows: { bsonType: 'array' },
      bestRow: { bsonType: 'string' },
    },
  },
  indexes: [],
});

/** Plans never change, so a process asks for each once. */
const loaded = new Map<string, SeatPlan>();

/** The plan of this id; null when there is none. One query the first time, none after it. */
export async function findSeatPlan(id: string): Promise<SeatPlan | null> {
  const known = loaded.get(id) ?? placesOf(id);
  if (known) return known;
  const document = await (await seatPlans()).findOne({ _id: id });
  if (!document) return null;
  const { _id, ...rest } = document;
  const plan = parseDocument('seat-plans', seatPlanSchema, { id: _id, ...rest });
  loaded.set(id, plan);
  return plan;
}

/** `places-60@1` needs no document: its name says all of it. */
function placesOf(id: string): SeatPlan | null {
  const count = /^places-([1-9]\d{0,3})@1$/.exec(id)?.[1];
  return count === undefined ? null : numberedPlaces(Number(count));
}

/**
 * Stores a plan under its id. The same plan again changes nothing. False if another plan has this id, because tickets
 * may have been sold on it: a changed plan gets the next version.
 */
export async function insertSeatPlan({ id, ...plan }: SeatPlan): Promise<boolean> {
  const collection = await seatPlans();
  await collection.updateOne({ _id: id }, { $setOnInsert: plan }, { upsert: true });
  const stored = await findSeatPlan(id);
  return isDeepStrictEqual(stored, { id, ...plan });
}
