import { existsSync } from 'node:fs';
import { CliError } from '../../netlify/local/process/command';
import { runCommand, type CommandOptions } from './run-command';

/** Debian's, the one without a window first: it does what the journeys ask with a quarter less work. */
const debianBrowsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/**
 * The browser for the journeys: `CHROMIUM_PATH`, else Debian's, else Playwright's own (downloaded when it can be),
 * else apt as root on Debian. Errors: `CliError` with the way out.
 */
export async function findBrowser(options: CommandOptions, log: (line: string) => void): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await works(named, options)) return named;
    throw new CliError(`CHROMIUM_PATH is ${named}, which does not run: name a Chromium, or unset it.`);
  }
  return (
    (await debianBrowser(options)) ??
    (await playwrightBrowser(options, log)) ??
    (await debianPackage(options, log)) ??
    refuse()
  );
}

async function works(path: string, options: CommandOptions): Promise<boolean> {
  if (!existsSync(path)) return false;
  return (await runCommand(path, ['--version', '--no-sandbox'], options)).code === 0;
}

async function debianBrowser(options: CommandOptions): Promise<string | null> {
  for (const path of debianBrowsers) if (await works(path, options)) return path;
  return null;
}

async function playwrightBrowser(
  options: CommandOptions,
  log: (line: string) => void,
): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    log("downloading Playwright's Chromium (150 MB) ...");
    await runCommand(
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
      options,
    );
  }
  return (await works(path, options)) ? path : null;
}

async function debianPackage(options: CommandOptions, log: (line: string) => void): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  log("installing Debian's chromium-headless-shell with apt (64 MB) ...");
  const env = { ...options.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-q'], { ...options, env });
  const packages = ['chromium-headless-shell', 'fonts-liberation'];
  await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    ...options,
    env,
  });
  return debianBrowser(options);
}

function refuse(): never {
  throw new CliError(
    'no browser for the journeys: install Chromium or Chrome and name it, for example CHROMIUM_PATH=/usr/bin/google-chrome npm test.',
  );
}
