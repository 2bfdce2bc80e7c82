import { join } from 'node:path';
import { CliError, localJwtSecret, projectRoot, runUntilStopped } from '../process/command';
import { startPlatform, type Platform } from '../platform/platform';
import { acquireInstanceLock } from '../process/pid-lock';
import { readProviders, loadDotEnv, readSiteEnv } from '../platform/environment';
import { databaseNameOf } from '../mongodb/external-server';

/** Somebody who tries the site meets the buttons. */
const defaultProviders = 'google,github';

/** `npm start` and `npm run dev` (`dev` as first argument): the whole site at one address, until Ctrl-C. */
function startCommand(mode: 'start' | 'dev'): void {
  const begun = Date.now();
  const log = (line: string): void => console.log(`marquee: ${line}`);
  runUntilStopped(log, async (shutdown) => {
    loadDotEnv(projectRoot);
    const lock = acquireInstanceLock(projectRoot, mode);
    await shutdown.add('the lock', () => lock.release());
    const jwtSecret = process.env.IDENTITY_JWT_SECRET || localJwtSecret;
    const platform = await startPlatform({
      mode,
      root: projectRoot,
      dataDir: join(projectRoot, '.local'),
      port: readPort(process.env.PORT),
      jwtSecret,
      database: databaseNameOf(process.env.MONGODB_URI),
      seed: 'full',
      autoconfirm: false,
      providers: readProviders(process.env.IDENTITY_PROVIDERS || defaultProviders),
      siteEnv: readSiteEnv(projectRoot),
      inspect: process.argv.includes('--inspect'),
      log,
      shutdown,
      onPort: (url) => lock.update({ mode, url, jwtSecret }),
    });
    const { url, mongodbUri } = platform;
    if (!process.env.MONGODB_URI) lock.update({ mode, url, jwtSecret, mongodbUri });
    announce(platform, Date.now() - begun);
  });
}

/** Errors: `CliError` for a PORT that is none. */
function readPort(text: string | undefined): number {
  const port = Number(text || 8888);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CliError(`PORT is "${text}": it should be a number from 1 to 65535.`);
}

function announce(platform: Platform, tookMs: number): void {
  const lines = [
    '',
    `  Marquee    ${platform.url}`,
    `  Mailbox    ${platform.url}/__local/mail`,
    `  All parts  ${platform.url}/__local/`,
    `  Database   ${platform.database}`,
  ];
  if (platform.accounts.length > 0) {
    lines.push('', '  Sign in as');
    for (const { role, email, password } of platform.accounts) {
      lines.push(`  ${role.padEnd(10)} ${email}  ${password}`);
    }
  }
  for (const { what, port } of platform.inspectors) lines.push(`  Debugger   127.0.0.1:${port}  ${what}`);
  lines.push(
    '',
    `  Ready after ${(tookMs / 1000).toFixed(1)} s. Ctrl-C stops all of it; the data stays in .local/.`,
    '',
  );
  console.log(lines.join('\n'));
}

startCommand(process.argv[2] === 'dev' ? 'dev' : 'start');
