import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { TestProject } from 'vitest/node';
import { startStoreProcess } from './store-process';

declare module 'vitest' {
  export interface ProvidedContext {
    storeUri: string;
    storeDatabase: string;
    storeStartedByUs: boolean;
  }
}

/** One server for all files, one database of a random name in it, dropped at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const store = await startStoreProcess(`.local/test/store-${process.pid}`);
  const database = `marquee_store_${randomBytes(6).toString('hex')}`;
  const uri = store.uri.replace('{database}', database);
  console.log(`Store contract on ${store.description}, database ${database}`);
  project.provide('storeUri', uri);
  project.provide('storeDatabase', database);
  project.provide('storeStartedByUs', store.startedByUs);
  return async () => {
    const client = new MongoClient(uri);
    await client.db().dropDatabase();
    await client.close();
    await store.end();
  };
}
