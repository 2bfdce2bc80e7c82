import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { browserPath } from '../fixtures/browser-path';
import { type BenchSite, TALKED_OF } from './house';
import { openLine } from './line';
import { table } from './measure';

const run = promisify(execFile);
const RUNS = 5;
/** As in the network that Lighthouse takes for a phone's. Without a distance scripts run before the first paint, as nowhere else. */
const ROUND_TRIP_MS = 150;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** How Lighthouse makes a phone of this machine: it reckons what a slow one would take, or slows this one down. */
const methods = { simulate: 'reckoned', devtools: 'slowed down' } as const;
type Method = keyof typeof methods;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

/** Lighthouse as on a middling phone with a slow network, the median of five; a page that is kept, as most visits meet it. */
export async function benchLighthouse(house: BenchSite, runs = RUNS): Promise<void> {
  const rows: string[][] = [];
  const line = await openLine(house.url, ROUND_TRIP_MS);
  try {
    for (const path of ['/', `/films/${TALKED_OF}`]) {
      for (const method of Object.keys(methods) as Method[]) {
        rows.push([path, methods[method], ...(await medians(line.url + path, method, runs))]);
      }
    }
  } finally {
    await line.close();
  }
  table(
    `Lighthouse, mobile, median of ${runs}`,
    ['page', 'the phone is', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP', 'CLS', 'TBT'],
    rows,
  );
}

async function medians(url: string, method: Method, runs: number): Promise<string[]> {
  const reports: Report[] = [];
  for (let turn = 0; turn < runs; turn += 1) reports.push(await lighthouse(url, method));
  const of = (read: (report: Report) => number): number => median(reports.map(read));
  const audit = (name: string): number => of(({ audits }) => audits[name]?.numericValue ?? 0);
  return [
    ...categories.map((name) => of(({ categories: all }) => (all[name]?.score ?? 0) * 100).toFixed(0)),
    `${(audit('largest-contentful-paint') / 1000).toFixed(2)} s`,
    audit('cumulative-layout-shift').toFixed(3),
    `${audit('total-blocking-time').toFixed(0)} ms`,
  ];
}

async function lighthouse(url: string, method: Method): Promise<Report> {
  const flags = '--headless=new --no-sandbox --disable-dev-shm-usage';
  const args = [
    'e2e/bench/node_modules/lighthouse/cli/index.js',
    url,
    '--quiet',
    '--output=json',
    `--throttling-method=${method}`,
    '--no-enable-error-reporting',
    `--chrome-flags=${flags}`,
  ];
  const chrome = browserPath();
  const env = { ...process.env, ...(chrome && { CHROME_PATH: chrome }) };
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8, env });
  return JSON.parse(stdout) as Report;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
