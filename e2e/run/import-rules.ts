import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * Who may import what, as one table. `npm run lint-rules` writes `.oxlintrc.json` from it; a unit test holds the two together.
 * A later row replaces an earlier one for the files that both name, so each row lists all its closed doors.
 */

/** What an import specifier of a closed door looks like, and where to go instead. */
const doors = {
  app: ['^(@/|(\\.\\./)+)app/', 'Nothing imports app: move what is shared to lib.'],
  netlify: [
    '^(@/|(\\.\\./)+)netlify/',
    'Nothing imports netlify: tests start netlify/local as a process (e2e/fixtures/start-process.ts) and speak HTTP to it.',
  ],
  next: [
    '^(next|react|react-dom)(/|$)',
    'lib and functions know neither Next nor React: take and return values, Request, Response; what needs Next belongs in app.',
  ],
  mongodb: [
    '^(mongodb|bson)$',
    "Only lib/db/* and lib/<domain>/<domain>.ts talk to MongoDB: add a function to the domain's own file.",
  ],
  gotrueJs: [
    '^gotrue-js$',
    'gotrue-js keeps the current user in module state: it is imported in app/_session alone, in client code; on the server authenticate through lib.',
  ],
  wire: [
    '(^|/)identity/(wire|runtime)$',
    "Only lib/identity/* and lib/auth/authenticate know GoTrue's wire names and the platform's globals: take people from lib/identity/gotrue in the shapes of lib/identity/schema.",
  ],
  identity: [
    '(^|/)identity/(gotrue|runtime)$',
    'Only lib asks Identity: call its session (callers) or lib/members (people); wire names are in lib/identity/wire.',
  ],
  http: [
    '^\\.\\./http/',
    'A domain knows no routes: it calls nothing of lib/http; return values and throw ProblemError.',
  ],
  leaf: [
    '^\\./[a-z-]+/',
    "A file directly in lib is a leaf: it imports no domain; put the code into the domain's folder.",
  ],
  domains: [
    '^\\.\\./(?!db/)[a-z-]+/',
    'lib/db is under the domains: it imports leaves alone (lib/env, lib/log, lib/problem).',
  ],
  zod: [
    '^zod$',
    "Client code can reach this file: import * as z from 'zod/mini' (4 kB in the browser instead of 93).",
  ],
  db: ['^(@/|(\\.\\./)+)lib/db/', 'Only domains reach the database: call lib/<domain>/<domain>.ts.'],
  nextCache: [
    '^next/cache$',
    'next/cache is imported in app/_cache alone: pages read through app/_cache/cached, route handlers revalidate through app/_cache/revalidate.',
  ],
  auth: ['/_auth/', '_components and _session stand below _auth: take what you need as a prop or an option.'],
  pages: [
    '(^|/)\\((public|account|staff)\\)/',
    'What pages share knows no page: move it to _components, or take it as a prop.',
  ],
  lib: [
    '^(@/|(\\.\\./)+)lib/',
    "The local platform stands for somebody else's servers and shares no code with lib (netlify/local/seed alone does).",
  ],
  localPlatform: [
    '^(@/|(\\.\\./)+)netlify/local/',
    'Tests start netlify/local as a process (e2e/fixtures/start-process.ts) and speak HTTP to it; of netlify they import the functions alone, to call them with a Request.',
  ],
  pagesOfApp: [
    '^(@/|(\\.\\./)+)app/([^a]|a[^p]|ap[^i]|api[^/])',
    'Tests call the handlers of app/api with a Request; pages are driven in a browser.',
  ],
  everything: [
    '^(@/|(\\.\\./)+)(lib|netlify|app)/',
    'The contract suite is black box: it imports neither lib nor netlify, it speaks HTTP.',
  ],
  platformParts: [
    '^(\\.\\./)+netlify/local/(?!(build/artifact|process/command)$)',
    'The test runner starts the platform as a process; it shares with it only how a command of the repository runs.',
  ],
  product: ['^(@/|(\\.\\./)+)(app|lib)/', 'The test runner knows nothing of the product.'],
} as const;

type Door = keyof typeof doors;

const anywhere: Door[] = ['app', 'netlify'];
const domain: Door[] = [...anywhere, 'next', 'mongodb', 'gotrueJs', 'wire', 'http'];
const page: Door[] = ['netlify', 'mongodb', 'gotrueJs', 'identity', 'db', 'nextCache'];
const without = (closed: Door[], ...open: Door[]): Door[] => closed.filter((door) => !open.includes(door));

interface Row {
  files: string[];
  closed?: Door[];
  /** Whether these files may read `process.env` and the platform's globals. */
  globals?: 'closed' | 'open' | 'closed, fetch too';
  rules?: Record<string, unknown>;
}

const table: Row[] = [
  { files: ['**/*.{ts,tsx,mjs}'], closed: anywhere },
  { files: ['lib/**/*.ts'], closed: domain, globals: 'closed' },
  { files: ['lib/*.ts'], closed: [...without(domain, 'http'), 'leaf'] },
  { files: ['lib/http/*.ts'], closed: [...without(domain, 'wire', 'http'), 'identity'] },
  { files: ['lib/identity/*.ts', 'lib/auth/authenticate.ts'], closed: without(domain, 'wire', 'http') },
  { files: queryFiles(), closed: without(domain, 'mongodb') },
  { files: ['lib/db/*.ts'], closed: [...without(domain, 'mongodb', 'http'), 'domains'] },
  {
    files: ['lib/*/schema.ts', 'lib/*/policy.ts', 'lib/identity/wire.ts'],
    closed: [...without(domain, 'wire'), 'zod'],
  },
  { files: ['lib/env.ts', 'lib/identity/runtime.ts'], globals: 'open' },
  { files: ['app/**/*.{ts,tsx}'], closed: page, globals: 'closed, fetch too' },
  { files: ['app/_cache/*.ts'], closed: without(page, 'nextCache') },
  { files: ['app/_components/**/*.{ts,tsx}'], closed: [...page, 'auth', 'pages'] },
  {
    files: ['app/_session/*.{ts,tsx}'],
    closed: [...without(page, 'gotrueJs'), 'auth', 'pages'],
    globals: 'closed',
  },
  { files: ['app/_auth/*.{ts,tsx}'], closed: [...without(page, 'gotrueJs'), 'pages'] },
  {
    files: ['netlify/functions/**/*.ts'],
    closed: [...anywhere, 'mongodb', 'gotrueJs', 'identity', 'db', 'next'],
    globals: 'closed',
  },
  {
    files: ['netlify/local/**/*.{ts,mjs}'],
    closed: ['app', 'lib'],
    rules: { 'nextjs/no-assign-module-variable': 'off' },
  },
  { files: ['netlify/local/seed/**/*.ts'], closed: ['app'] },
  { files: ['{lib,app}/**/*.test.{ts,tsx}'], closed: ['netlify'], globals: 'open' },
  { files: ['e2e/**/*.ts'], closed: ['localPlatform', 'pagesOfApp'] },
  { files: ['e2e/contract/identity/**/*.ts', 'e2e/contract/database/**/*.ts'], closed: ['everything'] },
  { files: ['e2e/run/**/*.ts'], closed: ['platformParts', 'product'] },
];

/** The files of each domain that hold its queries. */
function queryFiles(): string[] {
  const domains = ['comments', 'films', 'members', 'orders', 'screenings', 'rate-limit'];
  return [
    'lib/db/*.ts',
    ...domains.map((name) => `lib/${name}/${name}.ts`),
    'lib/screenings/auditoriums.ts',
    'lib/screenings/sale.ts',
    'lib/auth/bans.ts',
    'lib/accounts/staff-directory.ts',
  ];
}

const GLOBALS =
  "Only lib/identity/runtime.ts knows the platform's globals: ask it for the Identity address and token.";
const FETCH =
  'app/_session alone sends requests: call our own API by callApi (app/_session/api), which knows the session and never throws.';
const ENVIRONMENT = 'lib/env.ts alone reads process.env in lib and app: import { env } from lib/env.';

const closedGlobals = {
  'no-restricted-globals': [
    'error',
    ...['Netlify', 'netlifyIdentityContext'].map((name) => ({ name, message: GLOBALS })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: ENVIRONMENT },
    ...['Netlify', 'netlifyIdentityContext'].map((property) => ({
      object: 'globalThis',
      property,
      message: GLOBALS,
    })),
  ],
};
const closedGlobalsAndFetch = {
  ...closedGlobals,
  'no-restricted-globals': [...closedGlobals['no-restricted-globals'], { name: 'fetch', message: FETCH }],
};
const openGlobals = { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' };

function toOverride({ files, closed, globals, rules }: Row) {
  const patterns = closed?.map((door) => ({ regex: doors[door][0], message: doors[door][1] }));
  return {
    files,
    rules: {
      ...(patterns && { 'no-restricted-imports': ['error', { patterns }] }),
      ...(globals === 'closed' && closedGlobals),
      ...(globals === 'closed, fetch too' && closedGlobalsAndFetch),
      ...(globals === 'open' && openGlobals),
      ...rules,
    },
  };
}

/** The text of `.oxlintrc.json`. */
export async function lintConfig(): Promise<string> {
  const config = {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'react', 'nextjs', 'jsx-a11y', 'import', 'unicorn', 'oxc'],
    categories: { correctness: 'error', suspicious: 'error' },
    rules: {
      'react/react-in-jsx-scope': 'off',
      'import/no-unassigned-import': 'off',
      'no-underscore-dangle': ['error', { allow: ['_id', '_default'] }],
      'unicorn/consistent-function-scoping': 'off',
      'import/no-cycle': 'error',
      'typescript/no-explicit-any': 'error',
      'typescript/consistent-type-imports': 'error',
    },
    ignorePatterns: ['node_modules', '.next', '.netlify', '.local', 'netlify/local/build/node_modules'],
    overrides: table.map(toOverride),
  };
  return format(JSON.stringify(config), {
    ...(await resolveConfig('.oxlintrc.json')),
    filepath: '.oxlintrc.json',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync('.oxlintrc.json', await lintConfig());
