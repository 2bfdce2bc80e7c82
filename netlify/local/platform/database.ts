import { join } from 'node:path';
import { startMongodb } from '../mongodb/start-mongodb';
import type { DatabaseControl } from '../edge/upstreams';
import { isLoopback } from '../mongodb/external-server';
import type { PlatformOptions } from './options';

export type Database = {
  uri: string;
  description: string;
  /** Started here, or on loopback: only such a server is seeded or emptied. */
  isLocal: boolean;
  control?: DatabaseControl;
};

/** The database that was named, or the one that this machine can run. */
export async function openDatabase(options: PlatformOptions): Promise<Database> {
  const { mongodbUri, database, dataDir, log, shutdown } = options;
  if (mongodbUri) {
    const uri = mongodbUri.replace('{database}', database);
    return { uri, description: 'the server that was named', isLocal: isLoopback(uri) };
  }
  const mongodb = await startMongodb({ dataDir: join(dataDir, 'mongodb'), log });
  await shutdown.add('the database', () => mongodb.stop());
  const uri = mongodb.uri(database);
  const control = { stop: () => mongodb.stop(), kill: () => mongodb.kill(), start: () => mongodb.start() };
  return {
    uri,
    description: mongodb.description,
    isLocal: mongodb.startedByUs || isLoopback(uri),
    ...(mongodb.startedByUs ? { control } : {}),
  };
}
