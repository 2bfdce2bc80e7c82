import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** Set by the platform itself, whatever `.env` says. */
const platformOwn = ['MONGODB_URI', 'IDENTITY_URL', 'IDENTITY_OPERATOR_TOKEN', 'INTERNAL_SECRET'];

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
