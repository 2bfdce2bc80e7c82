import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEdge, type Edge } from '../edge/edge';
import { readSiteRules } from '../edge/site-rules';
import type { Upstreams } from '../edge/upstreams';
import { identityEvents, type Functions } from '../functions/functions';
import { startSchedule } from '../functions/schedule';
import { refuseInProduction } from '../identity/core/options';
import { startIdentity } from '../identity/start-identity';
import { startMailServer } from '../mailbox/mail-server';
import { CliError, type ShutdownStack } from '../process/command';
import { openDatabase, type Database } from './database';
import { localSecret } from './environment';
import { type Account, runSeed } from './run-seed';
import { startSite, type Site } from './site';
import type { PlatformOptions } from './options';

export type Platform = {
  url: string;
  identityUrl: string;
  identityControlUrl: string;
  functionsUrl: string;
  mongodbUri: string;
  operatorToken: string;
  internalSecret: string;
  jwtSecret: string;
  database: string;
  accounts: Account[];
  inspectors: { what: string; port: number }[];
};

/**
 * Brings everything up behind one port, what can go side by side side by side. Each part is registered with `shutdown`
 * as soon as it runs, so an interrupted start leaves nothing.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { shutdown, log } = options;
  requireLocalMachine();
  await mkdir(options.dataDir, { recursive: true });
  const operatorToken = await localSecret(options.dataDir, 'operator-token');
  const internalSecret = await localSecret(options.dataDir, 'internal-secret');
  const edge = await startEdge(options.port, log);
  await shutdown.add('the edge', () => edge.stop());
  options.onPort?.(edge.url);

  const mailServer = await startMailServer();
  await shutdown.add('the mail server', () => mailServer.stop());

  const opening = openDatabase(options);
  // The site is told where the database is; a build does not need to wait for it.
  const starting = startSite(
    { ...options, siteEnv: { SMTP_URL: mailServer.url, ...options.siteEnv } },
    { siteUrl: edge.url, operatorToken, internalSecret },
    opening,
  );
  const [database, site] = await bothOrNeither([opening, starting], shutdown);

  log('starting Identity ...');
  const identity = await startIdentity({
    dataFile: join(options.dataDir, 'identity.json'),
    siteUrl: edge.url,
    jwtSecret: options.jwtSecret,
    operatorToken,
    autoconfirm: options.autoconfirm,
    providers: options.providers,
    hooks: hooksFor(site.functions, edge),
    mailTemplatesDir: site.emailsDir,
    publicPath: '/.netlify/identity',
  });
  await shutdown.add('Identity', () => identity.stop());
  mailServer.deliverTo((mail) => identity.receive(mail));

  const accounts: Account[] = [];
  const upstreams = upstreamsFor({ ...site, options, edge, identity, database, accounts });
  edge.open(upstreams);
  const seed = {
    ...options,
    mongodbUri: database.uri,
    identityUrl: identity.url,
    operatorToken,
    isLocal: database.isLocal,
  };
  accounts.push(...(await runSeed(seed)));
  edge.serveSite();
  await shutdown.add('the schedule', startSchedule(site.functions, edge.url, log));
  return {
    url: edge.url,
    identityUrl: identity.url,
    identityControlUrl: identity.controlUrl,
    functionsUrl: `${edge.url}/.netlify/functions`,
    mongodbUri: database.uri,
    operatorToken,
    internalSecret,
    jwtSecret: options.jwtSecret,
    database: database.description,
    accounts,
    inspectors: site.inspectors,
  };
}

/** The local Identity trusts whoever reaches it, so none of this runs where it could be taken for the real one. */
function requireLocalMachine(): void {
  try {
    refuseInProduction(process.env);
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}

type Parts = Site & {
  options: PlatformOptions;
  edge: Edge;
  identity: { url: string; controlUrl: string };
  database: Database;
  accounts: Account[];
};

function upstreamsFor(parts: Parts): Upstreams {
  const { options, edge, identity, functions, next, artifact, database } = parts;
  return {
    siteUrl: edge.url,
    jwtSecret: options.jwtSecret,
    identityPort: Number(new URL(identity.url).port),
    identityControlPort: Number(new URL(identity.controlUrl).port),
    functions,
    next,
    staticFiles: artifact?.files,
    rules: readSiteRules(options.root, options.jwtSecret),
    deployId: artifact?.hash ?? 'local',
    deployContext: options.deployContext ?? 'production',
    database: { control: database.control },
    purges: parts.purges,
    status: () => ({
      mode: options.mode,
      database: database.description,
      artifact: artifact && { hash: artifact.hash, builtAt: artifact.builtAt },
      accounts: parts.accounts,
      identityUrl: identity.url,
      inspectors: parts.inspectors,
    }),
  };
}

/** Identity calls its functions through the edge, as Netlify's does. */
function hooksFor(functions: Functions, edge: Edge): Record<string, string[]> {
  return Object.fromEntries(
    identityEvents.map((event) => [
      event,
      functions
        .list()
        .filter(({ events }) => events.includes(event))
        .map(({ name }) => `http://127.0.0.1:${edge.port}/.netlify/functions/${name}`),
    ]),
  );
}

/** When one fails the other gives up; its end is waited for, so that what it started can be stopped. */
async function bothOrNeither<A, B>(both: [Promise<A>, Promise<B>], shutdown: ShutdownStack): Promise<[A, B]> {
  let first: unknown;
  const noteFailure = (error: unknown): void => {
    first ??= error;
    shutdown.abort();
  };
  for (const each of both) each.catch(noteFailure);
  await Promise.allSettled(both);
  if (first !== undefined) throw first;
  return Promise.all(both);
}
