import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Which modules each module names, by their paths: type imports, re-exports and dynamic imports included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const SPECIFIER =
  /(?:^\s*|[;}]\s*)(?:import|export)\s(?:[^'"();]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** The modules below `folders`, and what they import of one another. */
export function readImports(folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('node_modules/')),
  );
  return toGraph(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])));
}

export function toGraph(sources: ReadonlyMap<string, string>): ImportGraph {
  return new Map(
    [...sources].map(([file, source]) => [
      file,
      [...source.matchAll(SPECIFIER)]
        .map(([, from, dynamic]) => resolve(file, from ?? dynamic ?? ''))
        .filter((path) => path !== null),
    ]),
  );

  function resolve(file: string, specifier: string): string | null {
    const path = specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? posix.join(posix.dirname(file), specifier)
        : null;
    if (path === null) return null;
    return ['', '.ts', '.tsx', '.mjs'].map((end) => path + end).find((name) => sources.has(name)) ?? null;
  }
}

/** Each knot of modules that reach one another, as one shortest way around it: `a > b > a`. */
export function fileCircles(graph: ImportGraph): string[] {
  return circles(graph).map((way) => way.join(' > '));
}

/**
 * The same of folders: one folder leads to another where a file directly in it imports a file directly in the other.
 *
 * A page and its private folders (`_components`, `_comments`) are one part, read from below: `data.ts` and
 * `search-params.ts`, then the private folder that shows them, then the page. So a private folder may import from the
 * folder it lies in, as long as what it imports there leads to no private folder again: such files count as a folder
 * of their own, `(public)/films (below its private folders)`.
 *
 * Each step names the imports that make it.
 */
export function folderCircles(graph: ImportGraph): string[] {
  const below = filesBelowPrivateFolders(graph);
  const folderOf = (file: string): string =>
    `${posix.dirname(file)}${below.has(file) ? ' (below its private folders)' : ''}`;

  const folders = new Map<string, string[]>();
  const examples = new Map<string, string>();
  for (const [file, imports] of graph)
    for (const target of imports) {
      if (isTest(file)) continue;
      const [from, to] = [folderOf(file), folderOf(target)];
      if (!folders.has(from)) folders.set(from, []);
      if (from === to || examples.has(`${from} > ${to}`)) continue;
      folders.get(from)?.push(to);
      examples.set(`${from} > ${to}`, `${file} imports ${target}`);
    }
  return circles(folders).map((way) =>
    [way.join(' > '), ...way.slice(1).map((to, index) => `  ${examples.get(`${way[index]} > ${to}`)}`)].join(
      '\n',
    ),
  );
}

/** A test may reach for whatever it needs: nothing imports it, so it closes no circle of files and should close none of folders. */
const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file);

/** Files that a private folder imports from the folder it lies in, and what those import there. */
function filesBelowPrivateFolders(graph: ImportGraph): Set<string> {
  const below = new Set<string>();
  const add = (file: string): void => {
    if (below.has(file)) return;
    below.add(file);
    for (const target of graph.get(file) ?? [])
      if (posix.dirname(target) === posix.dirname(file)) add(target);
  };
  for (const [file, imports] of graph)
    for (const target of imports) {
      const home = posix.dirname(target);
      if (file.startsWith(`${home}/_`)) add(target);
    }
  return below;
}

/** One shortest circle through each knot (strongly connected component) of more than one node. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const seen = new Set<string>();
  for (const start of [...graph.keys()].toSorted()) {
    if (seen.has(start)) continue;
    const way = shortestWayBack(graph, start);
    if (way === null) continue;
    found.push(way);
    for (const node of way) seen.add(node);
  }
  return found;
}

function shortestWayBack(graph: ReadonlyMap<string, readonly string[]>, start: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue)
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start];
        for (let at = node; at !== start; at = cameFrom.get(at) ?? start) way.unshift(at);
        return [start, ...way];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  return null;
}
