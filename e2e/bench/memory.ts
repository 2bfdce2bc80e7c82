import { readFile } from 'node:fs/promises';
import { type BenchSite, TALKED_OF } from './house';
import { heapMegabytes } from './heap';
import { measureAtOnce, table } from './measure';

const paths = [
  '/',
  `/films/${TALKED_OF}`,
  '/programme?by=film',
  '/search?q=lost',
  `/api/films/${TALKED_OF}/comments`,
];

/** What the server of the pages holds after a thousand requests, and after ten thousand. Linux alone: it reads `/proc`. */
export async function benchMemory(house: BenchSite, requests: number): Promise<void> {
  const rows: string[][] = [];
  for (const until of [requests / 10, requests / 2, requests]) {
    const done = rows.length === 0 ? 0 : Number(rows.at(-1)?.[0]?.replaceAll(',', ''));
    await measureAtOnce(until - done, 10, (index) => visit(house.url, index));
    const pid = await serverOfPages(house);
    const [resident, heap] = [await residentMegabytes(pid), await heapMegabytes(pid)];
    rows.push([until.toLocaleString('en'), `${heap} MB`, `${resident} MB`]);
  }
  table('Memory of the server of the pages', ['after requests', 'heap in use', 'resident'], rows);
}

async function visit(url: string, index: number): Promise<void> {
  const answer = await fetch(url + (paths[index % paths.length] ?? '/'));
  await answer.arrayBuffer();
}

async function serverOfPages({ url }: BenchSite): Promise<number> {
  const { functions } = (await (await fetch(`${url}/__local/status.json`)).json()) as {
    functions: { name: string; pid: number | null }[];
  };
  const pid = functions.find(({ name }) => name.includes('server-handler'))?.pid;
  if (!pid) throw new Error('The server of the pages does not run.');
  return pid;
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
