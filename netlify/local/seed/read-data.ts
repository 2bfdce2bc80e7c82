import { fileURLToPath } from 'node:url';
import { readRows } from '../../../lib/import/read-rows';

export function dataFile(name: string): string {
  return fileURLToPath(new URL(`./data/${name}`, import.meta.url));
}

/**
 * Reads a file of `data/` as the import does: a line of CSV comes under the names in its header, a line of NDJSON as it
 * is. A line that cannot be read ends the seed with its name and number.
 */
export async function readData<T>(name: string, read: (record: Record<string, unknown>) => T): Promise<T[]> {
  const list: T[] = [];
  for await (const entry of readRows(dataFile(name), () => {})) {
    try {
      if (!('value' in entry)) throw new Error(entry.reason);
      list.push(read(entry.value));
    } catch (error) {
      throw new Error(`${name}:${entry.line}: ${(error as Error).message}`, { cause: error });
    }
  }
  return list;
}
