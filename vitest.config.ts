import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const alias = {
  '@': path('.'),
  // Outside of Next there is no cache and nothing after an answer: handlers are called all the same, and both are written down.
  'next/cache': path('e2e/fixtures/next-cache.ts'),
  'next/server': path('e2e/fixtures/next-server.ts'),
};

/** A cinema that changes its name, zone or currency need not change a test. */
const cinemaOfTests: Plugin = {
  name: 'cinema-of-tests',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!source.endsWith('/cinema')) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id === path('lib/cinema.ts') ? path('e2e/fixtures/cinema-of-tests.ts') : null;
  },
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Two files at a time, also on two cores, where Vitest would take one.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        plugins: [cinemaOfTests],
        test: {
          name: 'unit',
          include: [
            '{lib,app,netlify}/**/*.test.{ts,tsx}',
            'e2e/contract/documents/*.test.ts',
            'e2e/properties/{cinema-time,normalize-text,text}.test.ts',
            'e2e/loadtest/assertions.test.ts',
            'e2e/run/*.test.ts',
          ],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
        },
      },
      {
        resolve: { alias },
        plugins: [cinemaOfTests],
        test: {
          name: 'integration',
          include: [
            '{lib,app,netlify}/**/*.integration.test.ts',
            'e2e/api/**/*.test.ts',
            'e2e/loadtest/loadtest.test.ts',
            'e2e/properties/comment-pages.test.ts',
          ],
          exclude: ['**/node_modules/**'],
          globalSetup: ['e2e/fixtures/integration-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['e2e/contract/database/**/*.test.ts'],
          globalSetup: ['e2e/contract/database/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'identity-contract',
          include: ['e2e/contract/identity/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
