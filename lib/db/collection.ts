import { createHash } from 'node:crypto';
import {
  type Collection,
  type Db,
  type Document,
  type IndexDescription,
  type MongoClient,
  MongoServerError,
} from 'mongodb';
import { database } from './client';
import { recordInitialVersion } from './data-version';
import { isWritable, readOnly } from './write-access';

export interface CollectionDefinition {
  name: string;
  /** A `$jsonSchema`: the last line of defence below the zod schemas, against scripts and people in a shell. */
  schema: Document;
  /** Every query of the domain has one; `explain` tests say so. Each needs a `name`. */
  indexes: (IndexDescription & { name: string })[];
}

const ready = new WeakMap<MongoClient, Map<string, Promise<void>>>();
const definitions = new Map<string, CollectionDefinition>();

/**
 * Declares a collection with its validator and indexes, and returns a function that opens it. On first use in a
 * process they are created if the stored fingerprint differs: one small read on a cold start, nothing after that.
 * Idempotent, and safe if many processes start at once. A preview that reads another site's database creates and
 * changes nothing.
 */
export function defineCollection<T extends Document>(
  definition: CollectionDefinition,
): () => Promise<Collection<T>> {
  definitions.set(definition.name, definition);
  return async () => {
    const db = await database();
    if (!(await isWritable(db))) return readOnly(db.collection<T>(definition.name));
    await ensureCollection(db, definition);
    return db.collection<T>(definition.name);
  };
}

/** Makes every declared collection whose module is loaded: for the seed and for tests. */
export async function ensureCollections(): Promise<void> {
  const db = await database();
  for (const definition of definitions.values()) await ensureCollection(db, definition);
}

function ensureCollection(db: Db, definition: CollectionDefinition): Promise<void> {
  const ofClient = ready.get(db.client) ?? new Map<string, Promise<void>>();
  ready.set(db.client, ofClient);
  const known = ofClient.get(definition.name);
  if (known) return known;
  const attempt = make(db, definition);
  ofClient.set(definition.name, attempt);
  attempt.catch(() => ofClient.delete(definition.name));
  return attempt;
}

/** A record of what was created. `indexes` is missing if older code created it. */
interface MadeDocument {
  _id: string;
  fingerprint: string;
  indexes?: string[];
}

async function make(db: Db, { name, schema, indexes }: CollectionDefinition): Promise<void> {
  const fingerprint = createHash('sha256').update(JSON.stringify({ schema, indexes })).digest('hex');
  const records = db.collection<MadeDocument>('collections');
  const made = await records.findOne({ _id: name });
  if (made?.fingerprint === fingerprint) return;
  if (!made) await recordInitialVersion(db);
  const validator = { $jsonSchema: schema };
  try {
    await db.createCollection(name, { validator });
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === 48)) throw error; // 48: it exists
    await db.command({ collMod: name, validator });
  }
  await makeIndexes(db.collection(name), indexes, made);
  const names = indexes.map((index) => index.name);
  await records.updateOne({ _id: name }, { $set: { fingerprint, indexes: names } }, { upsert: true });
}

/**
 * Makes the indexes that are declared, and then drops those that an older declaration made and this one does not name:
 * an old unique one would go on refusing. An index that somebody made in a shell is in no list, and stays.
 */
async function makeIndexes(
  collection: Collection,
  indexes: CollectionDefinition['indexes'],
  made: MadeDocument | null,
): Promise<void> {
  const declared = new Set(indexes.map(({ name }) => name));
  const there = made ? (await collection.indexes()).map(({ name = '' }) => name) : [];
  const ofOlderOnes = made?.indexes ?? there;
  if (indexes.length > 0) {
    await collection.createIndexes(indexes).catch(async (error: unknown) => {
      // 85, 86: an index with a declared name has other fields, so it gives way to the new one.
      if (!(error instanceof MongoServerError && (error.code === 85 || error.code === 86))) throw error;
      await dropIndexes(
        collection,
        there.filter((name) => declared.has(name)),
      );
      await collection.createIndexes(indexes);
    });
  }
  const gone = ofOlderOnes.filter((name) => name !== '_id_' && !declared.has(name));
  await dropIndexes(collection, gone);
}

async function dropIndexes(collection: Collection, names: string[]): Promise<void> {
  for (const name of names) {
    await collection.dropIndex(name).catch((error: unknown) => {
      if (!(error instanceof MongoServerError && error.code === 27)) throw error; // 27: another process was quicker
    });
  }
}
