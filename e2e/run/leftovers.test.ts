import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { findLeftovers } from './leftovers';

test('folders that tests leave behind are found, reports and what others put down are not', () => {
  const [root, system] = [temporaryFolder(), temporaryFolder()];
  for (const name of ['results', 'journeys', 'site-1-1']) {
    mkdirSync(join(root, '.local/test', name), { recursive: true });
  }
  for (const name of ['marquee-lock-x', 'somebody-else']) mkdirSync(join(system, name));
  expect(findLeftovers(root, 0, system)).toEqual([
    join(root, '.local/test/site-1-1'),
    join(system, 'marquee-lock-x'),
  ]);
  expect(findLeftovers(root, Date.now() + 60_000, system)).toEqual([]);
});
