import type { Transaction } from '../db/transaction';
import { comments } from './comments';
import { talks } from './talks';

/** Gives what was said under one film, and what staff have said of its talk, to another slug, which has nothing yet. */
export async function moveComments(from: string, to: string, session: Transaction): Promise<void> {
  await (await comments()).updateMany({ filmId: from }, { $set: { filmId: to } }, { session });
  const collection = await talks();
  const talk = await collection.findOne({ _id: from }, { session });
  if (!talk) return;
  await collection.deleteOne({ _id: from }, { session });
  await collection.replaceOne({ _id: to }, { ...talk, _id: to }, { upsert: true, session });
}
