import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type BenchHouse, TALKED_OF } from './house';
import { table } from './measure';

const run = promisify(execFile);
const RUNS = 5;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

/** Lighthouse as on a middling phone with a slow network, the median of five. */
export async function benchLighthouse(house: BenchHouse, runs = RUNS): Promise<void> {
  const rows: string[][] = [];
  for (const path of ['/', `/films/${TALKED_OF}`]) {
    const reports: Report[] = [];
    for (let turn = 0; turn < runs; turn += 1) reports.push(await lighthouse(house.url + path));
    const of = (read: (report: Report) => number): number => median(reports.map(read));
    rows.push([
      path,
      ...categories.map((name) => of(({ categories: all }) => (all[name]?.score ?? 0) * 100).toFixed(0)),
      `${(of(({ audits }) => audits['largest-contentful-paint']?.numericValue ?? 0) / 1000).toFixed(2)} s`,
      of(({ audits }) => audits['cumulative-layout-shift']?.numericValue ?? 0).toFixed(3),
      `${of(({ audits }) => audits['total-blocking-time']?.numericValue ?? 0).toFixed(0)} ms`,
    ]);
  }
  table(
    `Lighthouse, mobile, median of ${runs}`,
    ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP', 'CLS', 'TBT'],
    rows,
  );
}

async function lighthouse(url: string): Promise<Report> {
  const flags = '--headless=new --no-sandbox --disable-dev-shm-usage';
  const args = [
    'e2e/bench/node_modules/lighthouse/cli/index.js',
    url,
    '--quiet',
    '--output=json',
    '--no-enable-error-reporting',
    `--chrome-flags=${flags}`,
  ];
  const chrome =
    process.env.CHROMIUM_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
  const env = chrome === undefined ? process.env : { ...process.env, CHROME_PATH: chrome };
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8, env });
  return JSON.parse(stdout) as Report;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
