import {
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  expect,
  type WorkerFixture,
} from '@playwright/test';
import { type Site, type SiteOptions, startSite } from '../fixtures/site';
import { Identity } from './identity';

/** An answer that a journey provokes, 0 for one that gets lost: Chromium logs each 4xx and 5xx as a console error. */
type ExpectResponse = (status: number, path: string) => void;

interface TestFixtures {
  /** Names a refusal that belongs to the journey, such as `expectResponse(404, '/.netlify/identity/verify')`. */
  expectResponse: ExpectResponse;
  /** Mails, accounts, faults and the clock of this worker's Identity; faults and clock end with the test. */
  identity: Identity;
}

interface WorkerFixtures {
  /** The artifact behind the edge with an Identity and a database of its own. */
  site: Site;
}

const FAILED = /^Failed to load resource: (?:the server responded with a status of (\d+)|net::ERR_)/;

/** What React says of a page that the server could not make, beside the 500: the error page has caught it. */
const PAGE_FAILED = /^Error: Minified React error #441;/;

export const test = base.extend<TestFixtures & { guard: ExpectResponse }, WorkerFixtures>({
  site: siteOf(() => ({
    mongodbUri: String(process.env.TEST_MONGODB_URI),
    providers: 'google,github',
    env: { SIGN_UP_BLOCKED_DOMAINS: 'refused.example' },
  })),
  baseURL: async ({ site }, use) => use(site.url),
  identity: async ({ site }, use) => {
    const identity = new Identity(site);
    await use(identity);
    await identity.calm();
  },
  guard: [
    async ({ context, site }, use) => {
      const expected: string[] = [];
      const wrong = await watch(context, new URL(site.url).origin, expected);
      await use((status, path) => expected.push(`${status} ${path}`));
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
  expectResponse: async ({ guard }, use) => use(guard),
});

/** `test` on a site of its own: for journeys that want it otherwise, or leave it so that others could not go on. */
export function testOnSite(options: () => SiteOptions, prepare?: (site: Site) => Promise<void>) {
  return test.extend<object, WorkerFixtures>({ site: siteOf(options, prepare) });
}

function siteOf(
  options: () => SiteOptions,
  prepare?: (site: Site) => Promise<void>,
): [WorkerFixture<Site, object>, { scope: 'worker'; timeout: number }] {
  return [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the parameters
    async ({}, use) => {
      const site = await startSite({ seed: 'small', ...options() });
      await prepare?.(site);
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ];
}

/** Collects what no journey may cause: console errors, thrown errors, requests to other places (which are refused). */
async function watch(context: BrowserContext, origin: string, expected: string[]): Promise<string[]> {
  const wrong: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    (route) => {
      wrong.push(`asked another place: ${route.request().url()}`);
      return route.abort();
    },
  );
  context.on('weberror', (error) => wrong.push(`thrown: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message, expected)) {
      wrong.push(`${message.text()} (${message.location().url})`);
    }
  });
  return wrong;
}

function isExpected(message: ConsoleMessage, expected: string[]): boolean {
  if (PAGE_FAILED.test(message.text())) return expected.some((answer) => answer.startsWith('500 '));
  const failed = FAILED.exec(message.text());
  if (!failed) return false;
  return expected.includes(`${failed[1] ?? 0} ${new URL(message.location().url).pathname}`);
}

export { expect };
