import type { Functions } from './functions';

const MINUTE_MS = 60_000;
/** Of each field of a cron expression: its lowest value. */
const LOWEST = [0, 0, 1, 1, 0];
const SHORT: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
};

/** Whether a cron expression (five fields: numbers, lists, `*`, `*` with a step) names this minute, in UTC as on Netlify. */
export function isScheduled(expression: string, at: Date): boolean {
  const fields = (SHORT[expression] ?? expression).trim().split(/\s+/);
  if (fields.length !== LOWEST.length) throw new Error(`"${expression}" is no schedule that is known here.`);
  const now = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
  return fields.every((field, k) =>
    field.split(',').some((part) => {
      const [range = '', step = '1'] = part.split('/');
      if (!/^(\*|\d+)$/.test(range) || !/^[1-9]\d*$/.test(step))
        throw new Error(`"${expression}" is no schedule that is known here.`);
      const value = now[k] ?? 0;
      return range === '*' ? (value - (LOWEST[k] ?? 0)) % Number(step) === 0 : value === Number(range);
    }),
  );
}

/** Calls the functions that have a schedule, at the beginning of each minute that theirs names. Stops with what it returns. */
export function startSchedule(
  functions: Functions,
  siteUrl: string,
  log: (line: string) => void,
): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
  };
  const tick = (): void => {
    const now = new Date();
    for (const { name, schedule } of functions.list()) {
      if (schedule && isScheduled(schedule, now)) void run(name);
    }
    wait();
  };
  const run = async (name: string): Promise<void> => {
    try {
      const { status } = await fetch(`${siteUrl}/.netlify/functions/${name}`, { method: 'POST' });
      if (status >= 400) log(`the scheduled function ${name} answered ${status}`);
    } catch (error) {
      log(`the scheduled function ${name} could not be called: ${String(error)}`);
    }
  };
  wait();
  return () => clearTimeout(timer);
}
