import { startMongodb } from './mongodb/start-mongodb';
import type { DatabaseControl } from './edge/targets';
import type { PlatformOptions } from './platform';

export type Database = {
  uri: string;
  description: string;
  /** Started here, or on loopback: only such a server is seeded or emptied. */
  isLocal: boolean;
  control?: DatabaseControl;
};

/** The database that was named, or the one that this machine can run. */
export async function openDatabase(options: PlatformOptions): Promise<Database> {
  const { mongodbUri, database, dataDir, log, stoppers } = options;
  if (mongodbUri) {
    const uri = mongodbUri.replace('{database}', database);
    return { uri, description: 'the server that was named', isLocal: isLoopback(uri) };
  }
  const mongodb = await startMongodb({ dataDir, log });
  await stoppers.add('the database', () => mongodb.stop());
  const uri = mongodb.uri(database);
  const control = { stop: () => mongodb.stop(), kill: () => mongodb.kill(), start: () => mongodb.start() };
  return {
    uri,
    description: mongodb.description,
    isLocal: mongodb.startedByUs || isLoopback(uri),
    ...(mongodb.startedByUs ? { control } : {}),
  };
}

/** Whether every host of a connection string is this machine. */
export function isLoopback(uri: string): boolean {
  const hosts = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1]?.split(',') ?? [];
  return hosts.length > 0 && hosts.every((host) => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host));
}
