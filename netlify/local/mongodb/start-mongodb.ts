import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { canRunDocumentdb, startDocumentdb } from './documentdb';
import { findMongod, requireMongodStopped, startMongod } from './mongod';
import { useExternalServer } from './external-server';
import { type LocalMongodb, type SourceOptions } from './local-mongodb';
import { tryLock } from './process-lock';
import { CliError } from '../process/command';

const NO_SOURCE = `No MongoDB to run on: set MONGODB_URI to a replica set, or install MongoDB, or start one with
  docker run --detach --name marquee-mongodb --publish 27017:27017 mongo:8 --replSet rs0
  docker exec marquee-mongodb mongosh --quiet --eval 'rs.initiate({ _id: "rs0", members: [{ _id: 0, host: "localhost:27017" }] })'
  export MONGODB_URI='mongodb://localhost:27017/?replicaSet=rs0'`;

/**
 * A database with transactions, from the first source that there is: MONGODB_URI, a mongod, a mongod to download, DocumentDB
 * from Debian's packages. Throws CliError with a sentence for people.
 */
export async function startMongodb(options: SourceOptions): Promise<LocalMongodb> {
  const given = process.env['MONGODB_URI'];
  if (given) return useExternalServer(given, options.log);
  const mongod = await findMongod(options.log);
  if (mongod) return startMongod(mongod, options);
  if (await canRunDocumentdb()) return startDocumentdb(options).catch(toSentence);
  throw new CliError(NO_SOURCE);
}

function toSentence(error: Error): never {
  if (error instanceof CliError) throw error;
  throw new CliError(`DocumentDB from Debian's packages did not start: ${error.message}\n${NO_SOURCE}`);
}

/** Empties what the sources keep under `dataDir`. Refuses while a platform uses it. */
export async function resetMongodb(dataDir: string): Promise<void> {
  if (process.platform === 'linux') {
    const lock = await tryLock(resolve(dataDir, 'documentdb'));
    if ('heldBy' in lock) {
      throw new CliError(
        `The database in ${dataDir} is in use by process ${lock.heldBy}. Stop that one first.`,
      );
    }
    await lock.release();
  }
  await requireMongodStopped(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
