import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../fixtures/site';
import { visit, type Visit } from './visitor';
import { type Participant, startWriter, type Written } from './writer';

export interface LoadTestOptions {
  site: Site;
  /** Films under which is written and which are read. */
  films: string[];
  visitors: number;
  writers: number;
  /** How many accounts a writer has to post under in turn. */
  accounts: number;
  /** How long the load is on, or how long before the database is stopped. */
  before: Phase;
  /** How long the database is stopped, and how long the load goes on after that. */
  outage?: { during: Phase; after: Phase };
}

/** A part of a load test: resolves when it is over. `changed` resolves with the next response that anybody gets. */
export type Phase = (participants: readonly Participant[], changed: () => Promise<void>) => Promise<void>;

/** Moments in ms since 1970, for telling which response belongs to which time. */
export interface Outage {
  stoppedAt: number;
  startedAt: number;
  /** When a comment was first posted again; from then on nothing may fail any more. */
  recoveredAt: number;
}

export interface LoadTestResult {
  visits: Visit[];
  written: Written[];
  outage: Outage | null;
}

export const forSeconds =
  (seconds: number): Phase =>
  () =>
    pause(seconds * 1000);

/** Until everybody has got so many more responses, and who writes has posted so many more comments, however long it takes. */
export const untilEverybodyHas =
  (more: { responses: number; posted: number }): Phase =>
  async (participants, changed) => {
    const from = participants.map((each) => ({ ...each }));
    const isDone = (each: Participant, index: number): boolean =>
      each.responses >= (from[index]?.responses ?? 0) + more.responses &&
      each.posted >= (from[index]?.posted ?? 0) + more.posted;
    while (!participants.every((each, index) => isDone(each, index))) await changed();
  };

/** Many visitors and some writers at once, each as fast as the site lets them. */
export async function runLoadTest(options: LoadTestOptions): Promise<LoadTestResult> {
  const { site, films, before, outage } = options;
  const indexes = Array.from({ length: options.writers }, (_, index) => index);
  const writers = await Promise.all(indexes.map((index) => startWriter(site, index, options.accounts)));
  const stop = new AbortController();
  const responses = new EventEmitter();
  const changed = (): void => void responses.emit('one');
  const visits: Visit[] = [];
  const reading = Array.from({ length: options.visitors }, (_, index) => {
    const participant = { responses: 0, posted: Infinity };
    const read = async () => {
      for (let turn = index; !stop.signal.aborted; turn += 1) {
        visits.push(await visit(site.url, films, turn));
        participant.responses += 1;
        changed();
      }
    };
    return { participant, done: read() };
  });
  const writing = writers.map((writer, index) => {
    const participant = { responses: 0, posted: 0 };
    const film = films[index % films.length] ?? '';
    return { participant, done: writer.writeUntil(stop.signal, film, participant, changed) };
  });
  const participants = [...reading, ...writing].map(({ participant }) => participant);
  const run = (phase: Phase): Promise<void> =>
    phase(participants, async () => void (await once(responses, 'one')));
  await run(before);
  const times = outage ? await stopDatabase(site, () => run(outage.during)) : null;
  if (outage) await run(outage.after);
  stop.abort();
  const written = (await Promise.all(writing.map(({ done }) => done))).flat();
  await Promise.all(reading.map(({ done }) => done));
  return { visits, written, outage: times && { ...times, recoveredAt: recoveryOf(written, times) } };
}

async function stopDatabase(
  site: Site,
  during: () => Promise<void>,
): Promise<{ stoppedAt: number; startedAt: number }> {
  const stoppedAt = Date.now();
  await control(site, 'stop');
  await during();
  await control(site, 'start');
  return { stoppedAt, startedAt: Date.now() };
}

function recoveryOf(written: readonly Written[], { startedAt }: { startedAt: number }): number {
  const posted = written
    .flatMap(({ responses }) => responses)
    .filter(({ status, sentAt }) => status === 201 && sentAt >= startedAt);
  return Math.min(...posted.map(({ respondedAt }) => respondedAt));
}

async function control(site: Site, action: 'stop' | 'start'): Promise<void> {
  const response = await fetch(`${site.url}/__local/mongodb`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action }),
  });
  if (!response.ok) throw new Error(`The database did not ${action}: ${response.status}`);
}
