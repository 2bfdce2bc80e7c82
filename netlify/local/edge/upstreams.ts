import type { Functions } from '../functions/functions';
import type { SiteRules } from './site-rules';
import type { createStaticFiles } from './static-files';
import type { Purges } from '../functions/function-process';

/** Everything that the edge passes requests on to. */
export type Upstreams = {
  siteUrl: string;
  jwtSecret: string;
  /** GoTrue's API, and the local extras beside it. */
  identityPort: number;
  identityControlPort: number;
  functions: Functions;
  /** Next: a function of the artifact, or a server of its own (`next dev`). */
  next: { kind: 'function' } | { kind: 'server'; port: number };
  /** Absent when Next serves its own files. */
  staticFiles?: ReturnType<typeof createStaticFiles>;
  rules: SiteRules;
  /** In the form of Netlify's: letters and digits. */
  deployId: string;
  /** `production`, or what kind of preview the functions are told they are. */
  deployContext: string;
  database: { control?: DatabaseControl };
  purges: Purges;
  status(): LocalStatus;
};

/** Only for a server that the platform started. */
export type DatabaseControl = Record<DatabaseAction, () => Promise<void>>;
export const databaseActions = ['stop', 'kill', 'start'] as const;
export type DatabaseAction = (typeof databaseActions)[number];

/** What `/__local/` shows. */
export type LocalStatus = {
  mode: 'start' | 'dev' | 'serve';
  database: string;
  artifact?: { hash: string; builtAt: string };
  accounts: { role: string; email: string; password: string }[];
  identityUrl: string;
  inspectors: { what: string; port: number }[];
};
