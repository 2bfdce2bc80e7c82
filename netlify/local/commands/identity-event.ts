import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { signEvent } from '../edge/verify';
import type { IdentityEvent } from '../functions/functions';
import { CliError, localJwtSecret, projectRoot, runUntilStopped } from '../process/command';
import { findInstance } from '../process/pid-lock';

/**
 * `npm run identity:event -- signup|validate|login|modified|deleted [--payload FILE]`: one signed Identity event to the
 * functions of what runs here, as Identity would send it; prints the answer and the time taken.
 */
const events: Record<string, IdentityEvent> = {
  signup: 'signup',
  validate: 'validate',
  login: 'login',
  modified: 'usermodified',
  deleted: 'userdeleted',
};

const USAGE = `npm run identity:event -- ${Object.keys(events).join('|')} [--payload FILE]
    sends one signed Identity event to the functions of what runs here, and prints the answer;
    keys of the JSON object in FILE win over made-up ones`;

// Whoever reads only the first lines closes the pipe: no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

runUntilStopped(
  () => undefined,
  async () => {
    const { values, positionals } = readArguments();
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    const word = positionals[0] ?? '';
    const event = events[word];
    if (!event) throw new CliError(`"${word}" is not an event.\n\n${USAGE}`);
    const running = findInstance(projectRoot);
    if (!running?.url)
      throw new CliError('nothing runs from this folder: `npm start` in another terminal first.');
    const body = Buffer.from(JSON.stringify(payloadFor(event, values.payload)));
    const names = await functionsFor(running.url, event);
    if (names.length === 0) throw new CliError(`no function takes the event ${event}.`);
    const signature = await signEvent(body, running.jwtSecret ?? localJwtSecret);
    const answers = [];
    for (const name of names)
      answers.push(await deliver(`${running.url}/.netlify/functions/${name}`, event, body, signature));
    return answers.every((ok) => ok) ? 0 : 1;
  },
);

/** Errors: `CliError` for an option that is not known. */
function readArguments() {
  try {
    return parseArgs({
      options: { payload: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    });
  } catch (error) {
    // Node goes on to say how a file could be called like an option.
    const [sentence = ''] = (error as Error).message.split('. ');
    throw new CliError(`${sentence.replace(/\.?$/, '.')}\n\n${USAGE}`);
  }
}

async function functionsFor(url: string, event: IdentityEvent): Promise<string[]> {
  const answer = await fetch(`${url}/__local/status.json`);
  if (!answer.ok)
    throw new CliError(`${url} is not up yet (${answer.status}): try again when it says Ready.`);
  const { functions } = (await answer.json()) as { functions: { name: string; events: string[] }[] };
  return functions.filter(({ events: taken }) => taken.includes(event)).map(({ name }) => name);
}

async function deliver(url: string, event: string, body: Buffer, signature: string): Promise<boolean> {
  const begun = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-netlify-event': `identity_${event}`,
      'x-webhook-signature': signature,
    },
    body: new Uint8Array(body),
  });
  const text = await answer.text();
  const tookMs = Math.round(performance.now() - begun);
  console.log(`POST ${url}\n${answer.status} after ${tookMs} ms\n${pretty(text)}`);
  return answer.ok;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text === '' ? '(empty: nothing changes)' : text;
  }
}

/** The three keys that GoTrue sends (contract, section 4.3); a file's keys win, those of `user` one by one. */
function payloadFor(event: IdentityEvent, file: string | undefined): Record<string, unknown> {
  const now = new Date().toISOString();
  const given = file ? readPayload(file) : {};
  const user = {
    id: randomUUID(),
    aud: '',
    role: '',
    email: 'ada.event@marquee.example',
    ...(event === 'validate' || event === 'signup' ? {} : { confirmed_at: now }),
    app_metadata: { provider: 'email' },
    user_metadata: { full_name: 'Ada Event' },
    created_at: now,
    updated_at: now,
    ...(typeof given['user'] === 'object' ? given['user'] : {}),
  };
  return { event, instance_id: '00000000-0000-0000-0000-000000000000', ...given, user };
}

function readPayload(file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CliError(
      `${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new CliError(
    `${file} should hold one JSON object, such as { "user": { "email": "ada@marquee.example" } }.`,
  );
}
