import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run may leave: its reports, and the traces of journeys that failed. */
const KEPT = new Set(['results', 'journeys']);

/** What has appeared since `begun` and is still there: in the tests' own folder, and of ours in the system's temporary one. */
export function findLeftovers(root: string, begun: number, systemFolder = tmpdir()): string[] {
  const own = join(root, '.local/test');
  return [
    ...entriesSince(own, begun)
      .filter((name) => !KEPT.has(name))
      .map((name) => join(own, name)),
    ...entriesSince(systemFolder, begun)
      .filter((name) => name.startsWith('marquee-'))
      .map((name) => join(systemFolder, name)),
  ];
}

function entriesSince(folder: string, begun: number): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).birthtimeMs >= begun);
}
