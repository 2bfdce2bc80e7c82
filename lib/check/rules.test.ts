import { describe, expect, test } from 'vitest';
import type { Health } from '../health/schema';
import type { Facts } from './facts';
import { findings } from './rules';

const HEADERS = {
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': "default-src 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=()',
};
const data = { state: 'current', stored: 3, expected: 3 } as const;
const HEALTH: Health = {
  status: 'ok',
  database: 'up',
  identity: 'up',
  transactions: 'yes',
  data,
  variables: [],
  events: 'received',
  writes: 'allowed',
};
const NO_DATABASE: Health = {
  ...HEALTH,
  status: 'degraded',
  database: 'down',
  transactions: 'unknown',
  data: { state: 'unknown', stored: null, expected: 3 },
  events: 'unknown',
  writes: 'unknown',
};
const WELL: Facts = {
  url: new URL('https://cinema.example/'),
  page: { status: 200, headers: HEADERS },
  mailTemplate: { status: 200, headers: HEADERS },
  plainHttp: { status: 301, location: 'https://cinema.example/' },
  identity: { state: 'on', closed: false, autoconfirm: false },
  health: { status: 200, body: HEALTH },
};

const says = (health: Partial<Health>): Partial<Facts> => ({
  health: { status: 200, body: { ...HEALTH, ...health } },
});
const { 'referrer-policy': _none, ...FEWER } = HEADERS;

/** What is not well, each with the beginning of the step that mends it. */
function troubles(facts: Partial<Facts>): (string | undefined)[][] {
  return findings({ ...WELL, ...facts })
    .filter(({ mark }) => mark === 'broken' || mark === 'note')
    .map(({ mark, says: words, mend }) => [mark, words, mend?.slice(0, 40)]);
}

test('a house in order has nothing but good lines', () => {
  expect(troubles({})).toEqual([]);
  expect(findings(WELL).map(({ says: words }) => words)).toEqual([
    'The front page answers.',
    'http leads to https.',
    'The security headers are there.',
    'The mail templates are there.',
    'Identity is on.',
    'Registration is open.',
    'Addresses are confirmed by mail.',
    'The variables are set.',
    'The site reaches Identity.',
    'The site reaches the database.',
    'The database can do transactions.',
    'The stored data has version 3, as the code expects.',
    'Identity delivers its events.',
  ]);
});

describe('each trouble is said once, with the step that mends it', () => {
  test.each<[string, Partial<Facts>, string[][]]>([
    [
      'no site',
      { page: null },
      [['broken', 'cinema.example does not answer.', 'Is the address right? In Netlify, Deploy']],
    ],
    [
      'a broken page',
      { page: { status: 500, headers: HEADERS } },
      [['broken', 'The front page answers 500.', 'The lines below say why, when it is the ']],
    ],
    [
      'another address',
      { page: { status: 301, headers: { ...HEADERS, location: 'https://www.cinema.example/' } } },
      [['note', 'The front page leads to https://www.cinema.example/.', 'Check that address.']],
    ],
    [
      'http',
      { url: new URL('http://cinema.example/'), plainHttp: undefined },
      [
        [
          'broken',
          'The address is http: sign-in cookies are for https alone.',
          'Check the https address. Netlify, Domain',
        ],
      ],
    ],
    [
      'https that is not forced',
      { plainHttp: { status: 200, location: null } },
      [['note', 'http does not lead to https.', 'Netlify, Domain management, HTTPS: Force']],
    ],
    [
      'headers missing on files',
      { mailTemplate: { status: 200, headers: FEWER } },
      [['broken', 'Headers are missing: referrer-policy.', 'next.config.mjs (pages) and netlify.toml']],
    ],
    [
      'no mail templates',
      { mailTemplate: { status: 404, headers: HEADERS } },
      [
        [
          'broken',
          'There is no /emails/confirmation.html: Identity sends its own mails.',
          'Netlify, Project configuration, Build & ',
        ],
      ],
    ],
    [
      'Identity off',
      { identity: { state: 'off' }, ...says({ identity: 'down' }) },
      [
        [
          'broken',
          'Identity is off: nobody can join or sign in.',
          'Netlify, Project configuration, Identity',
        ],
      ],
    ],
    [
      'Identity failing',
      { identity: { state: 'failing', status: 503 }, ...says({ identity: 'down' }) },
      [['broken', 'Identity answers 503.', 'See netlifystatus.com. When it is well: ']],
    ],
    [
      'Identity silent',
      { identity: null, ...says({ identity: 'down' }) },
      [['broken', 'Identity does not answer.', 'See netlifystatus.com. When it is well: ']],
    ],
    [
      'registration closed',
      { identity: { state: 'on', closed: true, autoconfirm: false } },
      [
        [
          'note',
          'Registration is closed: only invited people can join.',
          'If that is not meant: Project configurat',
        ],
      ],
    ],
    [
      'autoconfirm',
      { identity: { state: 'on', closed: false, autoconfirm: true } },
      [
        [
          'broken',
          'Autoconfirm is on: anybody can join with an address that is not theirs, and the staff directory is not believed.',
          'Project configuration, Identity, Registr',
        ],
      ],
    ],
    [
      'Identity out of reach of the server alone',
      says({ identity: 'down' }),
      [
        [
          'broken',
          'The site does not reach Identity, though Identity is on.',
          'On Netlify IDENTITY_URL and IDENTITY_OPE',
        ],
      ],
    ],
    [
      'the database down',
      { health: { status: 503, body: NO_DATABASE } },
      [['broken', 'The site does not reach the database.', 'Atlas: the cluster must run (it pauses a']],
    ],
    [
      'the database down for the site, and up from here',
      { health: { status: 503, body: NO_DATABASE }, database: { transactions: true, data } },
      [['broken', 'The site does not reach the database.', 'It answers from here, so it is the way: ']],
    ],
    [
      'a variable missing, which hides the database',
      { health: { status: 503, body: { ...NO_DATABASE, variables: ['MONGODB_URI'] } } },
      [
        [
          'broken',
          'Variables are missing or malformed: MONGODB_URI.',
          'Netlify, Project configuration, Environm',
        ],
      ],
    ],
    [
      'a single server',
      says({ transactions: 'no' }),
      [
        [
          'broken',
          'The database is a single server without transactions.',
          'Use a replica set: every Atlas cluster i',
        ],
      ],
    ],
    [
      'data of older code',
      says({ data: { state: 'behind', stored: 2, expected: 3 } }),
      [
        [
          'broken',
          'The stored data has version 2, and the code expects 3.',
          'With the same MONGODB_URI: npm run db:ba',
        ],
      ],
    ],
    [
      'data of newer code',
      says({ data: { state: 'ahead', stored: 4, expected: 3 } }),
      [
        [
          'broken',
          'The stored data has version 4, and the code expects 3.',
          'Newer code has migrated: deploy the newe',
        ],
      ],
    ],
    [
      'no event ever',
      says({ events: 'never' }),
      [['note', 'Identity has never delivered an event here.', 'Sign in once on the site and check again']],
    ],
    [
      'a preview',
      says({ writes: 'refused' }),
      [
        [
          'note',
          'This is a preview that reads the database of the site: it changes nothing.',
          'If this preview shall write: MONGODB_URI',
        ],
      ],
    ],
    [
      'no health',
      { health: null },
      [['broken', '/api/health does not answer.', 'Netlify, Logs & metrics, Functions, ___n']],
    ],
    [
      'the health of something else',
      { health: { status: 404, body: null } },
      [
        [
          'broken',
          '/api/health answers 404, and not what this version answers.',
          'Is this a Marquee? An older one does not',
        ],
      ],
    ],
    [
      'the database silent from here',
      { database: null },
      [
        [
          'broken',
          'The database that MONGODB_URI names here does not answer.',
          'Atlas, Database & Network Access, IP Acc',
        ],
      ],
    ],
    [
      'another database here',
      { database: { transactions: true, data: { state: 'behind', stored: 1, expected: 3 } } },
      [
        [
          'broken',
          'Its data has version 1, and that of the site 3: they are two databases.',
          'Copy MONGODB_URI from Netlify, Environme',
        ],
      ],
    ],
  ])('%s', (_, facts, expected) => {
    expect(troubles(facts)).toEqual(expected);
  });

  test('on this machine http is no fault', () => {
    const { plainHttp: _asked, ...rest } = WELL;
    const marks = findings({ ...rest, url: new URL('http://localhost:8888/') }).map(({ mark }) => mark);
    expect(marks.filter((mark) => mark !== 'well')).toEqual(['note']);
  });
});
