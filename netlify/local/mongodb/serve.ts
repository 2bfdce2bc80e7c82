/**
 * The database alone, as a process: `node --import tsx netlify/local/mongodb/serve.ts --data DIR`. Prints one line of JSON when ready,
 * whose `uri` holds `{database}` where a name belongs; `POST controlUrl/kill|stop|start`; SIGTERM ends it, and with
 * `--die-with-parent` so does the end of the process that started it.
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { type LocalMongodb } from './local-mongodb';
import { startMongodb } from './start-mongodb';
import { CliError } from '../process/command';

const PARENT_CHECK_MS = 1000;

const { values } = parseArgs({
  options: { data: { type: 'string', default: '.local/mongodb' }, 'die-with-parent': { type: 'boolean' } },
});
const log = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const mongodb = await startMongodb({ dataDir: values.data, log });
  const end = (): void => void mongodb.stop().finally(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (values['die-with-parent']) whenOrphaned(end);
  const controlUrl = await serveControl(mongodb);
  const { description, startedByUs } = mongodb;
  const ready = {
    ready: true,
    uri: mongodb.uri('{database}'),
    controlUrl,
    description,
    startedByUs,
    pid: process.pid,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

/** A killed test run sends no signal; its children only find themselves with another parent. */
function whenOrphaned(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, PARENT_CHECK_MS).unref();
}

async function serveControl(mongodb: LocalMongodb): Promise<string> {
  const actions: Record<string, () => Promise<void>> = {
    '/kill': () => mongodb.kill(),
    '/stop': () => mongodb.stop(),
    '/start': () => mongodb.start(),
  };
  const server = createServer((request, response) => {
    const action = request.method === 'POST' ? actions[request.url ?? ''] : undefined;
    const done = action?.() ?? Promise.reject(new Error('POST /kill, /stop or /start'));
    done.then(
      () => response.writeHead(204).end(),
      (error: Error) => response.writeHead(action ? 500 : 404).end(error.message),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return address && typeof address !== 'string' ? `http://127.0.0.1:${address.port}` : '';
}

main().catch((error: unknown) => {
  log(error instanceof CliError ? error.message : String((error as Error).stack ?? error));
  process.exit(1);
});
