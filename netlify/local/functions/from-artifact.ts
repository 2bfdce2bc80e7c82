import { join } from 'node:path';
import { type Artifact, readManifest } from '../build/artifact';
import { siteId, startBlobs } from './blobs';
import { createFunctionProcess, type Purges } from './function-process';
import { eventsOf, type Functions, type LocalFunction } from './functions';

export type ArtifactFunctionsOptions = {
  artifact: Artifact;
  /** Stays between starts: what Next rendered for this deploy. */
  blobsDir: string;
  siteUrl: string;
  /** Variables of the site, as one would set them on Netlify. */
  env: Record<string, string>;
  log: (line: string) => void;
  purges: Purges;
};

/** The packaged functions of an artifact, each in the folder that its zip was unpacked to. */
export async function startArtifactFunctions(options: ArtifactFunctionsOptions): Promise<Functions> {
  const { artifact, log } = options;
  const blobs = await startBlobs({
    directory: options.blobsDir,
    built: join(artifact.dir, 'blobs'),
    deployId: artifact.hash,
  });
  const env = functionEnv(options.siteUrl, options.env);
  const manifest = await readManifest(artifact);
  const functions = manifest.map(({ name, routes, eventSubscriptions, schedule }): LocalFunction => ({
    name,
    schedule,
    routes: (routes ?? []).map(({ pattern, expression }) => ({
      pattern,
      expression: new RegExp(expression),
    })),
    events: eventsOf(name, eventSubscriptions),
    process: createFunctionProcess({
      name,
      cwd: join(artifact.dir, 'functions', name),
      blobs: blobs.parameter,
      env,
      log: (line) => log(`[${name.replace(/^_+netlify-/, '')}] ${line}`),
      purges: options.purges,
    }),
  }));
  return {
    mode: 'artifact',
    list: () => functions,
    async stop() {
      await Promise.all(functions.map((each) => each.process.stop()));
      await blobs.stop();
    },
  };
}

/** What of our own session a deployed function may see: as on Netlify, nothing but its own variables. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG'];

export function functionEnv(siteUrl: string, site: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = passedOn.map((name) => [name, process.env[name]] as const);
  return {
    ...(Object.fromEntries(inherited) as NodeJS.ProcessEnv),
    NODE_ENV: 'production',
    TZ: ':UTC',
    SITE_ID: siteId,
    SITE_NAME: 'marquee-local',
    URL: siteUrl,
    // With a token the adapter purges the CDN; the call stays in the function's process (child.mjs).
    NETLIFY_PURGE_API_TOKEN: 'local',
    ...site,
  };
}
