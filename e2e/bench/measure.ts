/** Times of one thing done often, in ms. */
export interface Times {
  median: number;
  p95: number;
}

function timesOf(list: readonly number[]): Times {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Does `work` `runs` times, after a few that are not counted; `before` is not counted either. */
export async function measure(
  runs: number,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Times> {
  const list: number[] = [];
  for (let run = -Math.min(10, runs); run < runs; run += 1) {
    await before();
    const begun = performance.now();
    await work();
    if (run >= 0) list.push(performance.now() - begun);
  }
  return timesOf(list);
}

/** The same with `width` at once; each gets its number. */
export async function measureAtOnce(
  total: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<Times & { perSecond: number }> {
  const list: number[] = [];
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let index = next++; index < total; index = next++) {
      const started = performance.now();
      await work(index);
      list.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return { ...timesOf(list), perSecond: (total * 1000) / (performance.now() - begun) };
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const times = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} x`;

/** A table in Markdown, as `docs/performance.md` holds it. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(`\n### ${title}\n`);
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}
