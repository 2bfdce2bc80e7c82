import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { isLoopback, useExternalServer, databaseNameOf } from '../mongodb/external-server';
import { resetMongodb } from '../mongodb/start-mongodb';
import { CliError, projectRoot, runUntilStopped } from '../process/command';
import { acquireInstanceLock } from '../process/pid-lock';
import { loadDotEnv } from '../platform/environment';

/** `npm run db:reset`: the next start begins with a new programme and new members. The built site stays. */
const log = (line: string): void => console.log(`marquee: ${line}`);

runUntilStopped(log, async (shutdown) => {
  loadDotEnv(projectRoot);
  const lock = acquireInstanceLock(projectRoot, 'reset');
  await shutdown.add('the lock', () => lock.release());
  const data = join(projectRoot, '.local');
  if (process.env.MONGODB_URI) await emptyGivenDatabase(process.env.MONGODB_URI);
  await resetMongodb(join(data, 'mongodb'));
  for (const name of ['identity.json', 'blobs']) await rm(join(data, name), { recursive: true, force: true });
  log('emptied: database, members, mails. `npm start` seeds them anew.');
  return 0;
});

/** Errors: `CliError` for a server on another machine, which is nobody's to empty from here. */
async function emptyGivenDatabase(given: string): Promise<void> {
  if (!isLoopback(given)) {
    throw new CliError(
      'MONGODB_URI names a server on another machine, which reset does not touch: unset it, or drop the database there.',
    );
  }
  const server = await useExternalServer(given, log);
  const client = new MongoClient(server.uri(databaseNameOf(given)));
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}
