import { MongoClient } from 'mongodb';
import { type LocalMongodb } from './local-mongodb';
import { CliError } from '../process/command';

const SELECTION_TIMEOUT_MS = 8000;
const URI = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/;

/** The server that MONGODB_URI names: used as it is, asked once whether it can do transactions, never stopped. */
export async function useExternalServer(uri: string, log: (line: string) => void): Promise<LocalMongodb> {
  const host = URI.exec(uri)?.[2]?.replace(/^.*@/, '');
  if (!host)
    throw new CliError(
      'MONGODB_URI must look like mongodb://host:27017/ or mongodb+srv://user:password@host/',
    );
  await requireTransactions(uri, host);
  const leaveAlone = (what: string) => async (): Promise<void> =>
    log(`MongoDB: ${what} nothing: ${host} is not a server that the local platform started`);
  return {
    uri: (database) => withDatabase(uri, database),
    description: `MONGODB_URI (${host})`,
    startedByUs: false,
    kill: leaveAlone('killed'),
    start: leaveAlone('started'),
    stop: leaveAlone('stopped'),
  };
}

/**
 * The same server, credentials and options, another database. A name and password without `authSource` belong to the database in
 * the path, which therefore moves there.
 */
export function withDatabase(uri: string, database: string): string {
  const [, scheme = '', authority = '', path = '', query = ''] = URI.exec(uri) ?? [];
  const options = new URLSearchParams(query);
  const needsAuthSource = authority.includes('@') && path !== '' && scheme === 'mongodb://';
  if (needsAuthSource && !options.has('authSource')) options.set('authSource', path);
  const suffix = options.size > 0 ? `?${options}` : '';
  return `${scheme}${authority}/${database}${suffix}`;
}

async function requireTransactions(uri: string, host: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (!hello['setName'] && hello['msg'] !== 'isdbgrid') {
      throw new CliError(
        `MONGODB_URI names ${host}, a single MongoDB server without transactions: start it as a replica set (mongod --replSet rs0, then rs.initiate()).`,
      );
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`MONGODB_URI names ${host}, which does not answer: ${(error as Error).message}`);
  } finally {
    await client.close();
  }
}

/** Whether every host of a connection string is this machine. */
export function isLoopback(uri: string): boolean {
  const hosts = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1]?.split(',') ?? [];
  return hosts.length > 0 && hosts.every((host) => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host));
}

/** The database that a connection string names, else the usual one. */
export function databaseNameOf(uri: string | undefined): string {
  return /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri ?? '')?.[1] ?? 'marquee';
}
