import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Every route goes through the one definition (`app/_cache/define-route.ts`), which demands who may call, what comes in and
 * goes out, and who may cache it. Those that do not stand here with their reason.
 */
const others: Record<string, string> = {
  'app/api/internal/expire/route.ts': 'export const POST = revalidate;',
};

const files = globSync('app/**/route.ts').toSorted();
const defined = files.filter((file) => !(file in others));

it('finds the routes of the tree', () => {
  expect(defined.length).toBeGreaterThanOrEqual(20);
  expect(files).toEqual(expect.arrayContaining(Object.keys(others)));
});

describe.each(defined)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('exports methods that are defined, GET as a read and all others as acts', () => {
    const exported = [...text.matchAll(/^export .*$/gm)].map(([line]) => line);
    expect(exported.length).toBeGreaterThan(0);
    for (const line of exported) {
      expect(line).toMatch(/^export const (GET = defineRead|(POST|PUT|PATCH|DELETE) = defineAct)\(\{$/);
    }
  });

  it('leaves clock, address, caching and purges to the definition', () => {
    expect(text).not.toMatch(/new Date\(\)|clientIp|cache-control|revalidate(Tags?)?\(|netlify-/i);
  });

  it('is short: at most 25 lines for each method, and a dozen of imports', () => {
    const methods = [...text.matchAll(/^export const/gm)].length;
    expect(text.split('\n').length).toBeLessThanOrEqual(12 + 25 * methods);
  });
});

it.each(Object.entries(others))('%s has its reason', (file, line) => {
  expect(readFileSync(file, 'utf8')).toContain(line);
});
