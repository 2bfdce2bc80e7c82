import type { Collection, Db, Document, MongoClient } from 'mongodb';
import { deployContext } from '../deploy-context';
import { ProblemError } from '../problem';
import { database, isDuplicateKey } from './client';

/** Whose database this is: the kind of deploy that came to it first, or production, which takes it over. */
interface OwnerDocument {
  _id: 'owner';
  context: 'production' | 'preview';
}

/** Contains one document, which is in no backup: a restored database belongs to whichever site uses it first. */
export const OWNER_COLLECTION = 'deploys';

let isDryRun = false;

/** For a dry run: from here on nothing in this process changes the database, nor makes a collection in it. */
export function enableDryRun(): void {
  isDryRun = true;
}

const answers = new WeakMap<MongoClient, Map<string, Promise<boolean>>>();

/**
 * Whether what runs here may change the database. Production may, and marks the database as its own; so may everything
 * outside Netlify. A preview may only in a database that was empty when a preview first came to it: any other is, or
 * may be, the one that visitors use. One small read a process.
 */
export async function isWritable(db: Db): Promise<boolean> {
  if (isDryRun) return false;
  const context = deployContext();
  if (context === null || context === 'dev') return true;
  const ofClient = answers.get(db.client) ?? new Map<string, Promise<boolean>>();
  answers.set(db.client, ofClient);
  const known = ofClient.get(context);
  if (known) return known;
  const answer = context === 'production' ? claimForProduction(db) : isOfPreviews(db);
  ofClient.set(context, answer);
  answer.catch(() => ofClient.delete(context));
  return answer;
}

/** Refuses a request that would change something where nothing may be changed: `preview-read-only` (403). */
export async function requireWriteAccess(): Promise<void> {
  const context = deployContext();
  if (context === null || context === 'production') return;
  if (!(await isWritable(await database()))) throw readOnlyPreview();
}

/** The collection for a preview that may only read: every way to change something throws `preview-read-only`. */
export function readOnly<T extends Document>(collection: Collection<T>): Collection<T> {
  return new Proxy(collection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (READS.has(String(name))) return value.bind(target);
      return () => Promise.reject(readOnlyPreview());
    },
  });
}

// What only reads is named, so that a method that the driver adds one day is refused. No pipeline here has `$out` or `$merge`.
const READS = new Set([
  'aggregate',
  'countDocuments',
  'distinct',
  'estimatedDocumentCount',
  'find',
  'findOne',
  'indexes',
  'listIndexes',
]);

export function isReadOnlyPreview(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'preview-read-only';
}

function readOnlyPreview(): ProblemError {
  const detail =
    'This is a preview of a change, and it reads the database of the real site, so it changes nothing there. Do this on the site itself; the preview can have a database of its own (MONGODB_URI for Deploy Previews).';
  return new ProblemError('preview-read-only', { detail });
}

const ownerOf = (db: Db) => db.collection<OwnerDocument>(OWNER_COLLECTION);

async function claimForProduction(db: Db): Promise<true> {
  if ((await ownerOf(db).findOne({ _id: 'owner' }))?.context === 'production') return true;
  await ownerOf(db).updateOne({ _id: 'owner' }, { $set: { context: 'production' } }, { upsert: true });
  return true;
}

async function isOfPreviews(db: Db): Promise<boolean> {
  const owner = await ownerOf(db).findOne({ _id: 'owner' });
  if (owner) return owner.context === 'preview';
  if ((await db.listCollections({}, { nameOnly: true }).toArray()).length > 0) return false;
  await ownerOf(db)
    .insertOne({ _id: 'owner', context: 'preview' })
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  return (await ownerOf(db).findOne({ _id: 'owner' }))?.context === 'preview';
}
