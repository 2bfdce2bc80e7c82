import * as z from 'zod';

const commaList = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((entry) => entry.trim().toLowerCase())
      .filter(Boolean),
  );

const trueOrFalse = z.stringbool({ truthy: ['true', 'on'], falsy: ['false', 'off'] });

const httpUrl = z.url({ protocol: /^https?$/ });

/**
 * Each variable with what it should look like; `.env.example` describes them for people. Without a `needed` one the site
 * lacks something that its visitors notice, and `/api/health` names it. A `formerly` is read while the new name is not set.
 */
const variables = {
  MONGODB_URI: {
    schema: z.string().regex(/^mongodb(\+srv)?:\/\/\S+$/),
    shape: 'mongodb:// or mongodb+srv:// followed by the server and the database name',
    needed: true,
  },
  IDENTITY_URL: {
    schema: httpUrl.optional(),
    shape: 'the http(s) address of Identity, without a slash at the end',
  },
  IDENTITY_OPERATOR_TOKEN: { schema: z.string().min(8).optional(), shape: 'at least 8 characters' },
  /** Set by Netlify itself. */
  URL: { schema: httpUrl.optional(), shape: "the site's own http(s) address" },
  INTERNAL_SECRET: {
    schema: z.string().min(32).optional(),
    shape: 'at least 32 characters',
    needed: true,
  },
  TICKET_KEY: {
    schema: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((key) => key.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.string().min(32)).max(2)),
    shape: 'one secret of at least 32 characters, or the new and the old one with a comma between them',
  },
  SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\/\S+$/)
      .optional(),
    shape: 'smtp:// or smtps:// followed by name, password and host of the mail server',
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
      .optional(),
    shape: 'an e-mail address, or a name followed by an address in angle brackets',
  },
  COMMENTS_ENABLED: { schema: trueOrFalse.default(true), shape: 'true or false', formerly: 'COMMENTS' },
  ADMIN_EMAILS: {
    schema: commaList.pipe(z.array(z.email())),
    shape: 'e-mail addresses with commas between them',
  },
  SIGN_UP_ALLOWED_DOMAINS: {
    schema: commaList.pipe(z.array(z.string().regex(/^[^\s@]+\.[^\s@]+$/))),
    shape: 'domains such as example.org with commas between them',
  },
  SIGN_UP_BLOCKED_DOMAINS: {
    schema: commaList.pipe(z.array(z.string().regex(/^[^\s@]+\.[^\s@]+$/))),
    shape: 'domains such as example.org with commas between them',
    formerly: 'SIGN_UP_REFUSED_DOMAINS',
  },
} as const;

type Name = keyof typeof variables;
type Value<N extends Name> = z.output<(typeof variables)[N]['schema']>;

/** A variable is missing or malformed. The message has its name and what it should look like, never its value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Read lazily, on first need, so that a build or a page that needs no database asks for none. */
export function env<N extends Name>(name: N): Value<N> {
  const { schema, shape } = variables[name];
  const { setName, value } = readVariable(name);
  const result = schema.safeParse(value);
  if (result.success) return result.data as Value<N>;
  const fault = value ? 'is not right' : 'is not set';
  throw new EnvironmentError(`The environment variable ${setName} ${fault}: it should be ${shape}.`);
}

/** The names of variables that are needed and not set, or not as they should be. Names alone: the values stay here. */
export function faultyVariables(): string[] {
  return (Object.keys(variables) as Name[]).flatMap((name) => {
    const { schema, ...about } = variables[name];
    const { setName, value } = readVariable(name);
    const isFaulty = value ? !schema.safeParse(value).success : 'needed' in about;
    return isFaulty ? [setName] : [];
  });
}

/** Former names that are still set, each with its new name. The next release no longer reads them. */
export function deprecatedVariables(): { name: string; use: string }[] {
  return (Object.keys(variables) as Name[]).flatMap((use) => {
    const name = formerNameOf(use);
    return name && process.env[name] ? [{ name, use }] : [];
  });
}

function readVariable(name: Name): { setName: string; value: string | undefined } {
  const former = formerNameOf(name);
  const setName = former && !process.env[name] && process.env[former] ? former : name;
  return { setName, value: process.env[setName] || undefined };
}

function formerNameOf(name: Name): string | null {
  const variable = variables[name];
  return 'formerly' in variable ? variable.formerly : null;
}

/**
 * The origins under which the site's own pages are served: its address, its name at Netlify, and those of this deploy, which
 * only the build knows (`next.config.mjs` writes them into the bundle).
 */
export function ownOrigins(): string[] {
  const name = process.env['SITE_NAME'];
  const addresses = [
    env('URL') ?? 'http://localhost:8888',
    name && `https://${name}.netlify.app`,
    process.env.DEPLOY_PRIME_URL,
    process.env.DEPLOY_URL,
  ];
  return addresses.flatMap((address) => (address ? [new URL(address).origin] : []));
}
