import type { ProviderName } from '../identity/core/providers';
import type { ShutdownStack } from '../process/command';
import type { SeedSize } from './run-seed';

export type PlatformOptions = {
  mode: 'start' | 'dev' | 'serve';
  root: string;
  /** Database files, Identity's users, the operator token, what Next rendered. */
  dataDir: string;
  /** 0 for a free one. */
  port: number;
  jwtSecret: string;
  database: string;
  /** A server that runs already; `{database}` in it is replaced. */
  mongodbUri?: string;
  seed: 'none' | SeedSize;
  autoconfirm: boolean;
  /** Outside sign-in services that are on; a local page stands in for each. */
  providers: readonly ProviderName[];
  /** The site's own variables, as one would set them on Netlify. */
  siteEnv: Record<string, string>;
  inspect: boolean;
  /** What kind of deploy the functions are told they are; `production` unless told. */
  deployContext?: string;
  /** A folder of functions beside the site's own, served from source: tests bring theirs. */
  extraFunctions?: string;
  log: (line: string) => void;
  shutdown: ShutdownStack;
  /** Called as soon as the port is ours. */
  onPort?: (url: string) => void;
};
