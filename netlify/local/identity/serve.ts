import { parseArgs } from 'node:util';
import type { HookEvent, HookTargets } from './core/options';
import { readProviderNames } from './core/providers';
import { startIdentity } from './start-identity';

/** The local Identity as a process of its own. Prints one line of JSON when ready; SIGTERM stops it. */

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    'control-port': { type: 'string' },
    'site-url': { type: 'string', default: 'http://localhost:8888' },
    'jwt-secret': { type: 'string', default: 'secret' },
    'jwt-exp-sec': { type: 'string' },
    'operator-token': { type: 'string', default: 'local-operator-token' },
    autoconfirm: { type: 'boolean', default: false },
    'disable-signup': { type: 'boolean', default: false },
    'disable-email-provider': { type: 'boolean', default: false },
    // Outside providers that are on, with commas between them.
    providers: { type: 'string', default: 'none' },
    'external-redirect-url': { type: 'string' },
    // EVENT=URL, as often as needed; several URLs of one event are called in order.
    hook: { type: 'string', multiple: true, default: [] },
    'hook-timeout-sec': { type: 'string' },
    'mail-templates': { type: 'string' },
    'smtp-max-frequency-sec': { type: 'string' },
    'rate-limit-header': { type: 'string' },
  },
});

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function readHooks(pairs: string[]): HookTargets {
  const hooks: HookTargets = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const event = pair.slice(0, at) as HookEvent;
    hooks[event] = [...(hooks[event] ?? []), pair.slice(at + 1)];
  }
  return hooks;
}

async function main(): Promise<void> {
  const jwtSecret = values['jwt-secret'];
  const operatorToken = values['operator-token'];
  const identity = await startIdentity({
    dataFile: values.data ?? null,
    siteUrl: values['site-url'],
    jwtSecret,
    operatorToken,
    autoconfirm: values.autoconfirm,
    disableSignup: values['disable-signup'],
    disableEmailProvider: values['disable-email-provider'],
    providers: readProviderNames(values.providers),
    externalRedirectUrl: values['external-redirect-url'],
    port: toNumber(values.port),
    controlPort: toNumber(values['control-port']),
    hooks: readHooks(values.hook),
    hookTimeoutSec: toNumber(values['hook-timeout-sec']),
    jwtExpSec: toNumber(values['jwt-exp-sec']),
    mailTemplatesDir: values['mail-templates'],
    smtpMaxFrequencySec: toNumber(values['smtp-max-frequency-sec']),
    rateLimitHeader: values['rate-limit-header'],
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const { url, controlUrl } = identity;
  process.stdout.write(
    `${JSON.stringify({ ready: true, url, controlUrl, jwtSecret, operatorToken, pid: process.pid })}\n`,
  );
  const stop = () => void identity.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
