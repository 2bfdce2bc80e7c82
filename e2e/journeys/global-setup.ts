import { rm } from 'node:fs/promises';
import { startProcess } from '../fixtures/start-process';

/** One database server for all workers; each site has a database of its own in it. */
export default async function setup(): Promise<() => Promise<void>> {
  const data = `.local/test/journeys-${process.pid}`;
  const mongodb = await startProcess<{ uri: string }>('netlify/local/mongodb/serve.ts', [
    '--data',
    `${data}/mongodb`,
  ]);
  process.env.TEST_MONGODB_URI = mongodb.ready.uri;
  return async () => {
    await mongodb.stop();
    await rm(data, { recursive: true, force: true });
  };
}
