import { BSON } from 'mongodb';
import { database } from './client';
import { OWNER_COLLECTION } from './write-access';

/** A document with every value in the type that it is stored in: an int stays an int. */
export type ExactDocument = Record<string, unknown>;

/** What belongs to this database alone and goes into no copy: what is made in it, whose it is, and who is at work on it. */
const NOT_COPIED = new Set(['collections', 'leases', OWNER_COLLECTION]);

/** The collections whose documents a copy holds, by name. */
export async function backedUpCollections(): Promise<string[]> {
  const there = await (await database()).listCollections({}, { nameOnly: true }).toArray();
  const names = there.map(({ name }) => name).filter((name) => !NOT_COPIED.has(name));
  return names.filter((name) => !name.startsWith('system.')).toSorted();
}

export async function* allDocuments(name: string): AsyncGenerator<ExactDocument> {
  yield* (await database()).collection(name).find({}, { promoteValues: false, sort: { _id: 1 } });
}

export async function insertDocuments(name: string, documents: ExactDocument[]): Promise<void> {
  await (await database()).collection(name).insertMany(documents, { ordered: false });
}

/** Whether nobody has stored anything here: collections that are made and empty, and the birth of a house, do not count. */
export async function isEmptyDatabase(): Promise<boolean> {
  const db = await database();
  for (const name of await backedUpCollections()) {
    const some = await db.collection(name).findOne(name === 'migrations' ? { _id: { $ne: 0 as never } } : {});
    if (some) return false;
  }
  return true;
}

/** Drops all that a copy holds, and the notes of what is made, so that collections make themselves anew at their next use. */
export async function dropBackedUpCollections(): Promise<void> {
  const db = await database();
  for (const name of [...(await backedUpCollections()), 'collections']) await db.dropCollection(name);
}

export const toBytes = (document: ExactDocument): Uint8Array => BSON.serialize(document);

export const fromBytes = (bytes: Uint8Array): ExactDocument =>
  BSON.deserialize(bytes, { promoteValues: false });
