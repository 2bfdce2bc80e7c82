import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MongoClient } from 'mongodb';
import { startSite } from '../fixtures/site';

/** The local platform is a boundary: the product itself needs a database, an Identity, and nothing else of it. */
const uri = inject('mongodbUri').replace('{database}', `test-${randomBytes(6).toString('hex')}`);
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  server = spawn(process.execPath, ['server.js'], {
    cwd: `.local/artifact/${await artifactHash()}/functions/___netlify-server-handler`,
    env: {
      NODE_ENV: 'production',
      PORT: '0',
      HOSTNAME: '127.0.0.1',
      MONGODB_URI: uri,
      IDENTITY_URL: inject('identityUrl'),
      IDENTITY_OPERATOR_TOKEN: inject('identityOperatorToken'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await addressOf(server);
}, 240_000);

afterAll(async () => {
  server?.kill('SIGKILL');
  const client = new MongoClient(uri);
  await client.db().dropDatabase();
  await client.close();
});

/** Builds what is not built yet. */
async function artifactHash(): Promise<string> {
  const site = await startSite({ mongodbUri: inject('mongodbUri') });
  const status = (await (await fetch(`${site.url}/__local/status.json`)).json()) as {
    artifact: { hash: string };
  };
  await site.stop();
  return status.artifact.hash;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`server.js ended with ${code}`)));
    if (!child.stdout) throw new Error('no output to read');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address) resolve(address);
    });
  });
}

test('given MONGODB_URI and IDENTITY_URL the built site serves by itself', async () => {
  const health = await fetch(`${url}/api/health`);
  expect([health.status, await health.json()]).toMatchObject([
    200,
    { status: 'attention', database: 'up', identity: 'up', variables: ['INTERNAL_SECRET'] },
  ]);
  const page = await fetch(url);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});
