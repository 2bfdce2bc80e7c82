import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { HookServer } from './webhook-server';
import { ask } from './http';

/**
 * What a check depends on beyond GoTrue's URL and its operator token.
 * - confirm, autoconfirm: the mode of the server
 * - mail: a mailbox that can be read as `/__local/mail.json` can
 * - hooks: events reach a server that the suite runs
 * - one-second-hooks: an attempt of a hook is given up after one second
 * - secret: the secret that signs access tokens
 * - clock: the server's clock can be moved
 * - own-server: the suite may start a server with other options
 * - provider: an outside provider that plays along; bootstrap: Netlify's function bootstrap
 */
export type Need =
  | 'confirm'
  | 'autoconfirm'
  | 'mail'
  | 'hooks'
  | 'one-second-hooks'
  | 'secret'
  | 'clock'
  | 'own-server'
  | 'provider'
  | 'bootstrap';

/** A GoTrue under test. */
export interface Target {
  title: string;
  url: string;
  operatorToken: string;
  met: Set<Need>;
  hooks: HookServer;
  /** Where `?to=ADDRESS` lists mails; null without a mailbox. */
  mailUrl: string | null;
  /** `/__local/*` of our own server. */
  controlUrl: string | null;
  secret: string | null;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const script = 'netlify/local/identity/serve.ts';

export interface ServerProcess {
  url: string;
  controlUrl: string;
  jwtSecret: string;
  operatorToken: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts the local Identity as a process. Its log stays out of the way unless it dies before it is ready. */
export async function startServer(flags: string[], env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...flags], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString('utf8');
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('close', (code) => reject(new Error(`exit ${code}: ${log.trim()}`)));
  });
  const ready = JSON.parse(line) as Omit<ServerProcess, 'stop'>;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ...ready, stop };
}

const events = ['validate', 'signup', 'login', 'usermodified', 'userdeleted'];

async function localTarget(mode: 'confirm' | 'autoconfirm'): Promise<Target> {
  const hooks = new HookServer('127.0.0.1', 0);
  await hooks.open();
  const hookFlags = events.map((event) => `--hook=${event}=http://127.0.0.1:${hooks.port}/hook`);
  const flags = [
    ...hookFlags,
    '--hook-timeout-sec=1',
    '--site-url=http://site.example',
    '--providers=google,github',
  ];
  const server = await startServer(mode === 'autoconfirm' ? [...flags, '--autoconfirm'] : flags);
  const everything = [
    'mail',
    'hooks',
    'one-second-hooks',
    'secret',
    'clock',
    'own-server',
    'provider',
  ] as const satisfies Need[];
  return {
    title: `local, ${mode}`,
    url: server.url,
    operatorToken: server.operatorToken,
    met: new Set([mode, ...everything]),
    hooks,
    mailUrl: `${server.controlUrl}/__local/mail.json`,
    controlUrl: server.controlUrl,
    secret: server.jwtSecret,
    close: async () => {
      await server.stop();
      await hooks.close();
    },
  };
}

/** Any GoTrue, described by the environment; the suite finds its mode out. */
async function givenTarget(givenUrl: string, env: NodeJS.ProcessEnv): Promise<Target> {
  const operatorToken = env.IDENTITY_CONTRACT_OPERATOR_TOKEN;
  if (!operatorToken)
    throw new Error('IDENTITY_CONTRACT_URL needs IDENTITY_CONTRACT_OPERATOR_TOKEN beside it.');
  const url = givenUrl.replace(/\/+$/, '');
  const settings = (await ask(`${url}/settings`)).json as { autoconfirm: boolean };
  const met = new Set<Need>([settings.autoconfirm ? 'autoconfirm' : 'confirm']);
  const hookTarget = env.IDENTITY_CONTRACT_HOOK_TARGET;
  const hookUrl = new URL(hookTarget ?? 'http://127.0.0.1:0');
  const hooks = new HookServer(hookUrl.hostname, Number(hookUrl.port));
  await hooks.open();
  if (hookTarget) met.add('hooks');
  if (env.IDENTITY_CONTRACT_MAIL_URL) met.add('mail');
  if (env.IDENTITY_CONTRACT_JWT_SECRET) met.add('secret');
  return {
    title: url,
    url,
    operatorToken,
    met,
    hooks,
    mailUrl: env.IDENTITY_CONTRACT_MAIL_URL ?? null,
    controlUrl: null,
    secret: env.IDENTITY_CONTRACT_JWT_SECRET ?? null,
    close: () => hooks.close(),
  };
}

/** The server named by IDENTITY_CONTRACT_URL, else the local one in both modes. */
export async function openTargets(env: NodeJS.ProcessEnv): Promise<Target[]> {
  const url = env.IDENTITY_CONTRACT_URL;
  if (url) return [await givenTarget(url, env)];
  return Promise.all([localTarget('confirm'), localTarget('autoconfirm')]);
}
