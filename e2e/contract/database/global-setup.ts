import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { TestProject } from 'vitest/node';
import { startServerProcess } from './server-process';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUri: string;
    databaseStartedByUs: boolean;
  }
}

const TEST_DATA = '.local/test';

/** One server for all files, one database of a random name in it, dropped at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const server = await startServerProcess(`${TEST_DATA}/database-${process.pid}`);
  const database = `marquee_contract_${randomBytes(6).toString('hex')}`;
  const uri = server.uri.replace('{database}', database);
  console.log(`Database contract on ${server.description}, database ${database}`);
  project.provide('databaseUri', uri);
  project.provide('databaseStartedByUs', server.startedByUs);
  return async () => {
    const client = new MongoClient(uri);
    await client.db().dropDatabase();
    await client.close();
    await server.end();
  };
}

/** Data folders of earlier runs that were killed before they could tidy up. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(TEST_DATA).catch(() => []);
  for (const name of names) {
    const pid = Number(/^database-(?:crash-)?(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) await rm(join(TEST_DATA, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
