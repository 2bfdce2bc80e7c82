import type { Transaction } from '../db/transaction';
import { runs } from './runs';
import { screenings } from './screenings';

/** Gives the screenings of one film to another slug, which has none. */
export async function moveScreenings(from: string, to: string, session: Transaction): Promise<void> {
  await (await screenings()).updateMany({ filmId: from }, { $set: { filmId: to } }, { session });
  const collection = await runs();
  const run = await collection.findOne({ _id: from }, { session });
  if (!run) return;
  const { _id: _from, ...starts } = run;
  await collection.deleteOne({ _id: from }, { session });
  await collection.replaceOne({ _id: to }, starts, { upsert: true, session });
}
