import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureArtifact } from '../build/artifact';
import type { Database } from './database';
import { createStaticFiles } from '../edge/static-files';
import type { Upstreams } from '../edge/upstreams';
import { functionEnv, startArtifactFunctions } from '../functions/from-artifact';
import { startSourceFunctions } from '../functions/from-source';
import { nextHandlerName, type Functions } from '../functions/functions';
import { startNextDev } from './next-dev';
import type { PlatformOptions } from './options';
import { createPurges, type Purges } from '../functions/function-process';
import { runCommand } from '../process/run-child';

/** Next and the functions: the artifact, or the source. */
export type Site = {
  functions: Functions;
  next: Upstreams['next'];
  artifact?: { hash: string; builtAt: string; files: ReturnType<typeof createStaticFiles> };
  inspectors: { what: string; port: number }[];
  purges: Purges;
  /** Where the mail templates are that the site publishes. */
  emailsDir: string;
};

/** Where the site is, and the secrets of its parts. */
export type SiteAccess = { siteUrl: string; operatorToken: string; internalSecret: string };

export function startSite(
  options: PlatformOptions,
  access: SiteAccess,
  opening: Promise<Database>,
): Promise<Site> {
  return options.mode === 'dev'
    ? startFromSource(options, access, opening)
    : startFromArtifact(options, access, opening);
}

async function startFromArtifact(
  options: PlatformOptions,
  { siteUrl, internalSecret }: SiteAccess,
  opening: Promise<Database>,
): Promise<Site> {
  const { root, dataDir, log, shutdown } = options;
  const artifact = await ensureArtifact({ root, log, signal: shutdown.signal });
  const { uri } = await opening;
  const purges = createPurges();
  const functions = await startArtifactFunctions({
    artifact,
    blobsDir: join(dataDir, 'blobs', artifact.hash),
    siteUrl,
    env: { ...options.siteEnv, MONGODB_URI: uri, INTERNAL_SECRET: internalSecret },
    log,
    purges,
  });
  await shutdown.add('the functions', () => functions.stop());
  const extra =
    options.extraFunctions && (await startExtra(options, options.extraFunctions, functionEnv(siteUrl, {})));
  // The pages' function takes a second to load: let it, while the rest comes up.
  const pages = functions.list().find(({ name }) => name === nextHandlerName);
  pages?.process.ready().catch((error: unknown) => {
    if (!shutdown.signal.aborted) log(`the pages do not start: ${String(error)}`);
  });
  const { builtAt } = JSON.parse(await readFile(join(artifact.dir, 'site.json'), 'utf8')) as {
    builtAt: string;
  };
  return {
    functions: extra ? { ...functions, list: () => [...functions.list(), ...extra.list()] } : functions,
    next: { kind: 'function' },
    artifact: { hash: artifact.hash, builtAt, files: createStaticFiles(join(artifact.dir, 'static')) },
    inspectors: [],
    purges,
    emailsDir: join(artifact.dir, 'static/emails'),
  };
}

async function startExtra(
  options: PlatformOptions,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Functions> {
  const extra = await startSourceFunctions({ root: options.root, folder, env, log: options.log });
  await options.shutdown.add('the extra functions', () => extra.stop());
  return extra;
}

const nextInspectPort = 9230;

async function startFromSource(
  options: PlatformOptions,
  { siteUrl, operatorToken, internalSecret }: SiteAccess,
  opening: Promise<Database>,
): Promise<Site> {
  const { root, log, shutdown, inspect } = options;
  const { uri } = await opening;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...options.siteEnv,
    NODE_ENV: 'development',
    MONGODB_URI: uri,
    IDENTITY_URL: `${siteUrl}/.netlify/identity`,
    IDENTITY_OPERATOR_TOKEN: operatorToken,
    INTERNAL_SECRET: internalSecret,
    URL: siteUrl,
  };
  const inspectFrom = inspect ? nextInspectPort + 1 : undefined;
  const starting = startSourceFunctions({
    root,
    folder: join(root, 'netlify/functions'),
    env,
    inspectFrom,
    log,
  });
  // Here no build writes them.
  await runCommand(process.execPath, ['--import', 'tsx', 'lib/emails/write-emails.ts'], { cwd: root });
  const functions = await starting;
  await shutdown.add('the functions', () => functions.stop());
  const next = await startNextDev({
    root,
    env,
    log,
    shutdown,
    ...(inspect ? { inspectPort: nextInspectPort } : {}),
  });
  const inspectors = inspect
    ? [
        { what: 'pages and route handlers (next dev)', port: nextInspectPort },
        ...functions.list().map(({ name }, order) => ({ what: name, port: nextInspectPort + 1 + order })),
      ]
    : [];
  return {
    functions,
    next: { kind: 'server', port: next.port },
    inspectors,
    purges: createPurges(),
    emailsDir: join(root, 'public/emails'),
  };
}
