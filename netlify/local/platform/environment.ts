import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type ProviderName, readProviderNames } from '../identity/core/providers';
import { CliError } from '../process/command';

/** Set by the platform itself, whatever `.env` says. */
const platformOwn = ['MONGODB_URI', 'IDENTITY_URL', 'IDENTITY_OPERATOR_TOKEN', 'INTERNAL_SECRET', 'SMTP_URL'];

/** Variables of `.env`, below those of the terminal: the one place where the local platform reads that file. */
export function loadDotEnv(root: string): void {
  const file = join(root, '.env');
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) {
    if (value) process.env[name] ??= value;
  }
}

/** The site's variables for its functions: those that `.env.example` names and that are set. */
export function readSiteEnv(root: string): Record<string, string> {
  const known = Object.keys(parseEnv(readFileSync(join(root, '.env.example'), 'utf8')));
  const pairs = known
    .filter((name) => !platformOwn.includes(name))
    .flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** A secret of this data folder: random when it is first needed, the same ever after. */
export async function localSecret(
  dataDir: string,
  name: 'operator-token' | 'internal-secret',
): Promise<string> {
  const file = join(dataDir, name);
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const secret = randomBytes(24).toString('base64url');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** `google,github`, or `none`. Errors: `CliError` for a name that Identity does not know. */
export function readProviders(text: string): ProviderName[] {
  try {
    return readProviderNames(text);
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}
