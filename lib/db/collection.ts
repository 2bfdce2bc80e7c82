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

export interface CollectionDefinition {
  name: string;
  /** A `$jsonSchema`: the last line of defence below the zod schemas, against scripts and hands in a shell. */
  schema: Document;
  /** Every query of the domain has one; `explain` tests say so. Each needs a `name`. */
  indexes: (IndexDescription & { name: string })[];
}

const ready = new WeakMap<MongoClient, Map<string, Promise<void>>>();
const definitions = new Map<string, CollectionDefinition>();

/**
 * Declares a collection, its validator and its indexes, and returns its door. They are made at the first use in a
 * process when the stored fingerprint differs: one small read on a cold start, nothing after it. Idempotent, and safe
 * when many processes start at once.
 */
export function defineCollection<T extends Document>(
  definition: CollectionDefinition,
): () => Promise<Collection<T>> {
  definitions.set(definition.name, definition);
  return async () => {
    const db = await database();
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

async function make(db: Db, { name, schema, indexes }: CollectionDefinition): Promise<void> {
  const fingerprint = createHash('sha256').update(JSON.stringify({ schema, indexes })).digest('hex');
  const made = db.collection<{ _id: string; fingerprint: string }>('collections');
  if ((await made.findOne({ _id: name }))?.fingerprint === fingerprint) return;
  const validator = { $jsonSchema: schema };
  try {
    await db.createCollection(name, { validator });
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === 48)) throw error; // 48: it exists
    await db.command({ collMod: name, validator });
  }
  if (indexes.length > 0) await db.collection(name).createIndexes(indexes);
  await made.updateOne({ _id: name }, { $set: { fingerprint } }, { upsert: true });
}
