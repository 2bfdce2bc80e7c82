import type { Transaction } from '../db/transaction';
import { comments } from './comments';
import { talks } from './talks';

/** Gives what was said under one film, and what staff have said of its talk, to another slug, which has nothing yet. */
export async function moveComments(from: string, to: string, session: Transaction): Promise<void> {
  await (await comments()).updateMany({ filmId: from }, { $set: { filmId: to } }, { session });
  const collection = await talks();
  const found = await collection.findOne({ _id: from }, { session });
  if (!found) return;
  const { _id, ...talk } = found;
  await collection.deleteOne({ _id }, { session });
  await collection.replaceOne({ _id: to }, talk, { upsert: true, session });
}
