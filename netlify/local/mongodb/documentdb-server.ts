import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { POSTGRES_ID } from './documentdb-root';
import { freePort } from '../process/free-port';
import { runCommand } from '../process/run-child';
import { killQuietly } from '../process/run-child';

const BIN = '/usr/lib/postgresql/18/bin';
const DATA = '/data';
const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 25;
const LEAVE_TIMEOUT_MS = 15_000;

const SETTINGS: Record<string, string> = {
  listen_addresses: 'localhost',
  unix_socket_directories: '/run/postgresql',
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb_extended_rum,pg_documentdb',
  'documentdb.alternate_index_handler_name': 'extended_rum',
  'documentdb.throwDeadlockOnCRUD': 'on',
  'cron.database_name': 'postgres',
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  autovacuum_naptime: '5s',
  client_connection_check_interval: '2s',
  deadlock_timeout: '200ms',
  idle_in_transaction_session_timeout: '60s',
  jit: 'off',
  max_connections: '300',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

/** chroot, then the unprivileged user, then a promise of the kernel: SIGINT (fast shutdown) when our process dies. */
function inRoot(root: string, command: string[]): string[] {
  const id = String(POSTGRES_ID);
  const user = ['--reuid', id, '--regid', id, '--clear-groups', '--pdeathsig', 'INT'];
  return [root, '/usr/bin/setpriv', ...user, ...command];
}

/** PostgreSQL with DocumentDB as a child process, on a port that changes with every start. */
export class DocumentdbServer {
  private child: ChildProcess | null = null;
  private exited: Promise<void> = Promise.resolve();
  port = 0;

  constructor(
    private readonly root: string,
    private readonly logFile: string,
  ) {}

  /** Makes an empty cluster; the data folder must be empty. */
  async initialise(): Promise<void> {
    const initdb = [`${BIN}/initdb`, '-D', DATA, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    await runCommand('chroot', inRoot(this.root, initdb));
  }

  /** Extensions must be there before the first collection, or its indexes get the slower method. */
  async createExtensions(): Promise<void> {
    const client = this.client();
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS documentdb CASCADE');
    await client.query('CREATE EXTENSION IF NOT EXISTS documentdb_extended_rum CASCADE');
    await client.end();
  }

  /** Starts the server and waits until it answers. Does nothing when it runs. */
  async start(): Promise<void> {
    if (this.child) return;
    await clearStalePostmaster(this.root, join(this.root, DATA, 'postmaster.pid'));
    this.port = await freePort();
    const settings = Object.entries({ ...SETTINGS, port: String(this.port) }).flatMap(([key, value]) => [
      '-c',
      `${key}=${value}`,
    ]);
    const logFile = await open(this.logFile, 'w');
    const child = spawn('chroot', inRoot(this.root, [`${BIN}/postgres`, '-D', DATA, ...settings]), {
      // A group of its own: Ctrl-C in the terminal must reach us, not the server, which we stop in order.
      detached: true,
      stdio: ['ignore', logFile.fd, logFile.fd],
    });
    await logFile.close();
    this.child = child;
    this.exited = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
    void this.exited.then(() => {
      if (this.child === child) this.child = null;
    });
    await this.untilReady();
  }

  /** Fast shutdown: clients are cut off, data is written. */
  async stop(): Promise<void> {
    this.child?.kill('SIGINT');
    await this.exited;
  }

  /** What a crash is: no process of the server gets to say anything more. */
  async kill(): Promise<void> {
    const pid = this.child?.pid;
    if (!pid) return;
    const family = [pid, ...(await childrenOf(pid))];
    for (const member of family) killQuietly(member);
    await this.exited;
    while (!(await Promise.all(family.map(isGone))).every(Boolean)) await delay(POLL_MS);
  }

  private client(): Client {
    return new Client({ host: '127.0.0.1', port: this.port, user: 'postgres', database: 'postgres' });
  }

  private async untilReady(): Promise<void> {
    const end = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < end) {
      if (!this.child) throw new Error(`DocumentDB stopped at once: ${await this.lastWords()}`);
      const client = this.client();
      client.on('error', () => {});
      const ready = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => {});
      if (ready) return;
      await delay(POLL_MS);
    }
    throw new Error(`DocumentDB did not answer in ${READY_TIMEOUT_MS / 1000} s: ${await this.lastWords()}`);
  }

  private async lastWords(): Promise<string> {
    const text = await readFile(this.logFile, 'utf8').catch(() => '');
    return text.trim().split('\n').slice(-3).join(' ') || 'it left no message';
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

/** True for a process that ended, also when nobody has reaped it: some containers have no init that would. */
async function isGone(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return true;
  return /^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1));
}

/**
 * A server whose parent was killed shuts down by itself; this waits for it, ends it if it does not, and removes the file that it
 * left when it was killed as well. The caller holds the lock of the data folder, so no living platform owns that server.
 */
async function clearStalePostmaster(root: string, pidFile: string): Promise<void> {
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number(text.split('\n')[0]);
  const end = Date.now() + LEAVE_TIMEOUT_MS;
  while (await runsInRoot(pid, root)) {
    if (Date.now() > end) process.kill(pid, 'SIGKILL');
    await delay(POLL_MS);
  }
  await rm(pidFile, { force: true });
}

/** The number may belong to a stranger by now: the server is the one whose root folder is ours. */
async function runsInRoot(pid: number, root: string): Promise<boolean> {
  if (await isGone(pid)) return false;
  const itsRoot = await readlink(`/proc/${pid}/root`).catch(() => '');
  return itsRoot === (await realpath(root));
}
