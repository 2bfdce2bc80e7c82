import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createFunctionProcess, type SourceDescription } from './function-process';
import { eventsOf, type Functions, type LocalFunction } from './functions';

export type SourceFunctionsOptions = {
  root: string;
  /** Where the function files are: `netlify/functions`, or a test's own folder. */
  folder: string;
  env: NodeJS.ProcessEnv;
  /** First debugger port; each function gets one. */
  inspectFrom?: number;
  log: (line: string) => void;
};

const sourceEnding = /\.(ts|mts|cts|js|mjs|cjs)$/;

/**
 * The functions straight from `netlify/functions`, each in one process with the very bootstrap that Netlify's build
 * packs beside it; a change in `netlify/functions` or `lib` gives the next call a new process.
 */
export async function startSourceFunctions(options: SourceFunctionsOptions): Promise<Functions> {
  const { folder } = options;
  const known = new Map<string, LocalFunction>();
  const rescan = async (): Promise<void> => {
    const files = listSources(folder);
    for (const [name, entry] of known) {
      if (files.has(name)) continue;
      known.delete(name);
      await entry.process.stop();
    }
    await Promise.all(
      [...files].map(async ([name, file], order) => addOnce(known, name, file, order, options)),
    );
  };
  await rescan();
  const stopWatching = watchSources([folder, join(options.root, 'lib')], () => {
    options.log('functions changed: the next call runs the new source.');
    for (const entry of known.values()) entry.process.restart();
    rescan().catch((error: unknown) => options.log(`functions could not be read again: ${String(error)}`));
  });
  return {
    mode: 'source',
    list: () => [...known.values()],
    async stop() {
      stopWatching();
      await Promise.all([...known.values()].map((entry) => entry.process.stop()));
    },
  };
}

async function addOnce(
  known: Map<string, LocalFunction>,
  name: string,
  file: string,
  order: number,
  options: SourceFunctionsOptions,
): Promise<void> {
  if (known.has(name)) return;
  const bootstrap = join(
    options.root,
    'netlify/local/build/node_modules/@netlify/serverless-functions-api/dist/index.js',
  );
  const inspectPort = options.inspectFrom === undefined ? undefined : options.inspectFrom + order;
  const process = createFunctionProcess({
    name,
    cwd: options.root,
    env: options.env,
    source: { file, bootstrap, inspectPort },
    log: (line) => options.log(`[${name}] ${line}`),
  });
  const entry: LocalFunction = { name, process, routes: [], events: eventsOf(name) };
  known.set(name, entry);
  try {
    const { about } = await process.ready();
    describe(entry, about);
  } catch (error) {
    options.log(
      `[${name}] ${error instanceof Error ? error.message : String(error)}; fix it and call it again`,
    );
  }
}

function describe(entry: LocalFunction, about: SourceDescription | undefined): void {
  entry.events = eventsOf(entry.name, about?.events);
  entry.schedule = about?.schedule;
  entry.routes = (about?.paths ?? []).map((pattern) => ({ pattern, expression: pathExpression(pattern) }));
}

/** `/api/:name/*` as a regular expression: the forms of `config.path` that functions here use. */
export function pathExpression(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join('/')}/?$`);
}

/** Function files by name: `name.ts`, or a folder with `index.ts` or `name/name.ts` in it. */
function listSources(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && sourceEnding.test(entry.name))
      found.set(entry.name.replace(sourceEnding, ''), path);
    if (!entry.isDirectory()) continue;
    const inside = readdirSync(path).find((file) =>
      [entry.name, 'index'].includes(file.replace(sourceEnding, '')),
    );
    if (inside) found.set(entry.name, join(path, inside));
  }
  return found;
}

function watchSources(folders: string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, (_event, file) => {
        if (file?.includes('.test.')) return;
        clearTimeout(timer);
        timer = setTimeout(onChange, 100);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
