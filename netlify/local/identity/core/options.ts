import type { ProviderName } from './providers';

export type HookEvent = 'validate' | 'signup' | 'login' | 'usermodified' | 'userdeleted';

/** Addresses to call for each event, in order. A relative one is resolved against `siteUrl`. */
export type HookTargets = Partial<Record<HookEvent, string[]>>;

export interface IdentityOptions {
  /** JSON file that keeps users, refresh tokens and mails; null keeps them in memory only. */
  dataFile: string | null;
  /** The site's own address, without a trailing slash: mail links lead there. */
  siteUrl: string;
  jwtSecret: string;
  operatorToken: string;
  autoconfirm?: boolean;
  disableSignup?: boolean;
  disableEmailProvider?: boolean;
  /** Outside providers that are on; a page under `/__local/` stands in for each. */
  providers?: readonly ProviderName[];
  /** Where people come back to from a provider; by default the page they left, else the site. */
  externalRedirectUrl?: string;
  /** 0 (the default) takes any free port. */
  port?: number;
  controlPort?: number;
  hooks?: HookTargets;
  hookTimeoutSec?: number;
  hookAttempts?: number;
  /** Folder with confirmation.html, invitation.html, recovery.html, email-change.html, read at each send. */
  mailTemplatesDir?: string;
  /** Seconds between two mails of one kind to one person. */
  smtpMaxFrequencySec?: number;
  /** Lifetime of an access token in seconds. */
  jwtExpSec?: number;
  /** Lifetime of a refresh token in seconds. */
  refreshTokenLifetimeSec?: number;
  /** Audience used when neither the request nor its token names one. */
  jwtAud?: string;
  defaultRole?: string;
  adminRole?: string;
  /** Header whose value keys the rate limit of /token; without it there is no limit. */
  rateLimitHeader?: string;
  /** Where the site shows this API; stripped when a caller did not go through the edge. */
  publicPath?: string;
  log?: (line: string) => void;
}

export type IdentityConfig = Required<Omit<IdentityOptions, 'mailTemplatesDir' | 'rateLimitHeader'>> & {
  mailTemplatesDir: string | null;
  rateLimitHeader: string | null;
};

/** Fills in GoTrue's defaults (contract 1.1, 2, 4.3). */
export function withDefaults(options: IdentityOptions): IdentityConfig {
  return {
    autoconfirm: false,
    disableSignup: false,
    disableEmailProvider: false,
    providers: [],
    externalRedirectUrl: '',
    port: 0,
    controlPort: 0,
    hooks: {},
    hookTimeoutSec: 5,
    hookAttempts: 3,
    smtpMaxFrequencySec: 15 * 60,
    jwtExpSec: 3600,
    refreshTokenLifetimeSec: 30 * 24 * 3600,
    jwtAud: '',
    defaultRole: '',
    adminRole: 'admin',
    publicPath: '/.netlify/identity',
    log: () => {},
    ...defined(options),
    mailTemplatesDir: options.mailTemplatesDir ?? null,
    rateLimitHeader: options.rateLimitHeader ?? null,
    siteUrl: options.siteUrl.replace(/\/+$/, ''),
  };
}

function defined(options: IdentityOptions): IdentityOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as unknown as IdentityOptions;
}

/**
 * This server trusts whoever reaches it, so it must never stand for the real one.
 * @throws Error with one sentence, on Netlify or with NODE_ENV=production
 */
export function refuseInProduction(env: Record<string, string | undefined>): void {
  if (env.NETLIFY) {
    throw new Error(
      'The local Identity is for your own machine; on Netlify enable Identity in the site settings.',
    );
  }
  if (env.NODE_ENV === 'production') {
    throw new Error('The local Identity does not run with NODE_ENV=production; unset it and start again.');
  }
}
