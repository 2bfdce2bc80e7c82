import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../fixtures/site';
import { visit, type Visit } from './visitor';
import { startWriter, type Written } from './writer';

export interface StormOptions {
  site: Site;
  /** Films under which is written and which are read. */
  films: string[];
  visitors: number;
  writers: number;
  seconds: number;
  /** Seconds for which the database is stopped, beginning in the middle; 0 for not at all. */
  outageSeconds: number;
}

/** Moments in ms since 1970, for telling which answer belongs to which time. */
export interface Outage {
  stoppedAt: number;
  startedAt: number;
}

export interface StormResult {
  visits: Visit[];
  written: Written[];
  outage: Outage | null;
}

/** Many visitors and some writers at once, each as fast as the site lets them. */
export async function storm(options: StormOptions): Promise<StormResult> {
  const { site, films, visitors, writers, seconds, outageSeconds } = options;
  const accounts = await Promise.all(Array.from({ length: writers }, (_, index) => startWriter(site, index)));
  const end = Date.now() + seconds * 1000;
  const visits: Visit[] = [];
  const reading = Array.from({ length: visitors }, async (_, index) => {
    for (let turn = index; Date.now() < end; turn += 1) visits.push(await visit(site.url, films, turn));
  });
  const writing = accounts.map((writer, index) => writer.writeUntil(end, films[index % films.length] ?? ''));
  const outage = outageSeconds > 0 ? await stopDatabase(site, seconds, outageSeconds) : null;
  const written = (await Promise.all(writing)).flat();
  await Promise.all(reading);
  return { visits, written, outage };
}

async function stopDatabase(site: Site, seconds: number, outageSeconds: number): Promise<Outage> {
  await pause(((seconds - outageSeconds) / 2) * 1000);
  const stoppedAt = Date.now();
  await control(site, 'stop');
  await pause(stoppedAt + outageSeconds * 1000 - Date.now());
  await control(site, 'start');
  return { stoppedAt, startedAt: Date.now() };
}

async function control(site: Site, action: 'stop' | 'start'): Promise<void> {
  const answer = await fetch(`${site.url}/__local/mongodb`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action }),
  });
  if (!answer.ok) throw new Error(`The database did not ${action}: ${answer.status}`);
}
