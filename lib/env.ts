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

const onOrOff = z
  .string()
  .toLowerCase()
  .default('on')
  .pipe(z.enum(['on', 'off']));

const httpUrl = z.url({ protocol: /^https?$/ });

/**
 * Each variable with what it should look like; `.env.example` describes them for people. Without a `needed` one a house
 * lacks something that its visitors notice, and `/api/health` names it.
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
  COMMENTS: { schema: onOrOff, shape: 'on or off' },
  ADMIN_EMAILS: {
    schema: commaList.pipe(z.array(z.email())),
    shape: 'e-mail addresses with commas between them',
  },
  SIGN_UP_ALLOWED_DOMAINS: {
    schema: commaList.pipe(z.array(z.string().regex(/^[^\s@]+\.[^\s@]+$/))),
    shape: 'domains such as example.org with commas between them',
  },
  SIGN_UP_REFUSED_DOMAINS: {
    schema: commaList.pipe(z.array(z.string().regex(/^[^\s@]+\.[^\s@]+$/))),
    shape: 'domains such as example.org with commas between them',
  },
} as const;

type Name = keyof typeof variables;
type Value<N extends Name> = z.output<(typeof variables)[N]['schema']>;

/** A variable that is missing or malformed. The message names it and says what it should look like, never its value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Read lazily, on first need, so that a build or a page that needs no database asks for none. */
export function env<N extends Name>(name: N): Value<N> {
  const raw = process.env[name];
  const { schema, shape } = variables[name];
  const result = schema.safeParse(raw === '' ? undefined : raw);
  if (result.success) return result.data as Value<N>;
  const fault = raw ? 'is not right' : 'is not set';
  throw new EnvironmentError(`The environment variable ${name} ${fault}: it should be ${shape}.`);
}

/** The names of variables that are needed and not set, or not as they should be. Names alone: the values stay here. */
export function faultyVariables(): string[] {
  return (Object.keys(variables) as Name[]).filter((name) => {
    const { schema, ...about } = variables[name];
    const raw = process.env[name];
    return raw ? !schema.safeParse(raw).success : 'needed' in about;
  });
}
