import { describe, expect, test } from 'vitest';
import type { Health } from '../health/schema';
import type { Observations } from './probe-site';
import { diagnose } from './diagnose';

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
  deprecatedVariables: [],
  emails: 'on',
  events: 'received',
  writes: 'allowed',
  outbox: { lateMinutes: null, failed: 0 },
  formerLabels: { count: 0, films: [] },
};
const NO_DATABASE: Health = {
  ...HEALTH,
  status: 'degraded',
  database: 'down',
  transactions: 'unknown',
  data: { state: 'unknown', stored: null, expected: 3 },
  events: 'unknown',
  writes: 'unknown',
  outbox: null,
  formerLabels: null,
};
const HEALTHY: Observations = {
  url: new URL('https://cinema.example/'),
  page: { status: 200, headers: HEADERS },
  mailTemplate: { status: 200, headers: HEADERS },
  plainHttp: { status: 301, location: 'https://cinema.example/' },
  identity: { state: 'on', closed: false, autoconfirm: false },
  health: { status: 200, body: HEALTH },
};

const withHealth = (health: Partial<Health>): Partial<Observations> => ({
  health: { status: 200, body: { ...HEALTH, ...health } },
});
const { 'referrer-policy': _none, ...FEWER } = HEADERS;

/** What is not ok, each with the beginning of the step that fixes it. */
function troubles(observations: Partial<Observations>): (string | undefined)[][] {
  return diagnose({ ...HEALTHY, ...observations })
    .filter(({ status }) => status === 'error' || status === 'warning')
    .map(({ status, message, fix }) => [status, message, fix?.slice(0, 40)]);
}

test('a site in order has nothing but good lines', () => {
  expect(troubles({})).toEqual([]);
  expect(diagnose(HEALTHY).map(({ message }) => message)).toEqual([
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
    'There is a mail server for mails about orders.',
    'Nothing in the outbox is late.',
    'The age labels of all films are in the list.',
  ]);
});

describe('each trouble is said once, with the step that fixes it', () => {
  test.each<[string, Partial<Observations>, string[][]]>([
    [
      'no site',
      { page: null },
      [['error', 'cinema.example does not answer.', 'Is the address right? In Netlify, Deploy']],
    ],
    [
      'a broken page',
      { page: { status: 500, headers: HEADERS } },
      [['error', 'The front page answers 500.', 'The lines below say why, when it is the ']],
    ],
    [
      'another address',
      { page: { status: 301, headers: { ...HEADERS, location: 'https://www.cinema.example/' } } },
      [['warning', 'The front page leads to https://www.cinema.example/.', 'Check that address.']],
    ],
    [
      'http',
      { url: new URL('http://cinema.example/'), plainHttp: undefined },
      [
        [
          'error',
          'The address is http: sign-in cookies are for https alone.',
          'Check the https address. Netlify, Domain',
        ],
      ],
    ],
    [
      'https that is not forced',
      { plainHttp: { status: 200, location: null } },
      [['warning', 'http does not lead to https.', 'Netlify, Domain management, HTTPS: Force']],
    ],
    [
      'headers missing on files',
      { mailTemplate: { status: 200, headers: FEWER } },
      [['error', 'Headers are missing: referrer-policy.', 'next.config.mjs (pages) and netlify.toml']],
    ],
    [
      'no mail templates',
      { mailTemplate: { status: 404, headers: HEADERS } },
      [
        [
          'error',
          'There is no /emails/confirmation.html: Identity sends its own mails.',
          'Netlify, Project configuration, Build & ',
        ],
      ],
    ],
    [
      'Identity off',
      { identity: { state: 'off' }, ...withHealth({ identity: 'down' }) },
      [['error', 'Identity is off: nobody can join or sign in.', 'Netlify, Project configuration, Identity']],
    ],
    [
      'Identity failing',
      { identity: { state: 'failing', status: 503 }, ...withHealth({ identity: 'down' }) },
      [['error', 'Identity answers 503.', 'See netlifystatus.com. When it is well: ']],
    ],
    [
      'Identity silent',
      { identity: null, ...withHealth({ identity: 'down' }) },
      [['error', 'Identity does not answer.', 'See netlifystatus.com. When it is well: ']],
    ],
    [
      'registration closed',
      { identity: { state: 'on', closed: true, autoconfirm: false } },
      [
        [
          'warning',
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
          'error',
          'Autoconfirm is on: anybody can join with an address that is not theirs, and the staff directory is not believed.',
          'Project configuration, Identity, Registr',
        ],
      ],
    ],
    [
      'Identity out of reach of the server alone',
      withHealth({ identity: 'down' }),
      [
        [
          'error',
          'The site does not reach Identity, though Identity is on.',
          'On Netlify IDENTITY_URL and IDENTITY_OPE',
        ],
      ],
    ],
    [
      'the database down',
      { health: { status: 503, body: NO_DATABASE } },
      [['error', 'The site does not reach the database.', 'Atlas: the cluster must run (it pauses a']],
    ],
    [
      'the database down for the site, and up from here',
      { health: { status: 503, body: NO_DATABASE }, database: { transactions: true, data } },
      [['error', 'The site does not reach the database.', 'It answers from here, so it is the way: ']],
    ],
    [
      'a variable missing, which hides the database',
      { health: { status: 503, body: { ...NO_DATABASE, variables: ['MONGODB_URI'] } } },
      [
        [
          'error',
          'Variables are missing or malformed: MONGODB_URI.',
          'Netlify, Project configuration, Environm',
        ],
      ],
    ],
    [
      'a variable under the name of before',
      withHealth({ deprecatedVariables: [{ name: 'COMMENTS', use: 'COMMENTS_ENABLED' }] }),
      [
        [
          'warning',
          'The variable COMMENTS is called COMMENTS_ENABLED now.',
          'Netlify, Project configuration, Environm',
        ],
      ],
    ],
    [
      'a single server',
      withHealth({ transactions: 'no' }),
      [
        [
          'error',
          'The database is a single server without transactions.',
          'Use a replica set: every Atlas cluster i',
        ],
      ],
    ],
    [
      'data of older code',
      withHealth({ data: { state: 'behind', stored: 2, expected: 3 } }),
      [
        [
          'error',
          'The stored data has version 2, and the code expects 3.',
          'With the same MONGODB_URI: npm run db:ba',
        ],
      ],
    ],
    [
      'data of newer code',
      withHealth({ data: { state: 'ahead', stored: 4, expected: 3 } }),
      [
        [
          'error',
          'The stored data has version 4, and the code expects 3.',
          'Newer code has migrated: deploy the newe',
        ],
      ],
    ],
    [
      'no event ever',
      withHealth({ events: 'never' }),
      [
        [
          'warning',
          'Identity has never delivered an event here.',
          'Sign in once on the site and check again',
        ],
      ],
    ],
    [
      "labels that the cinema's list no longer has",
      withHealth({
        formerLabels: {
          count: 3,
          films: [
            { film: 'fargo', label: 'from 16' },
            { film: 'up', label: 'from 6' },
          ],
        },
      }),
      [
        [
          'warning',
          '3 films have an age label that is not in the list: fargo (from 16), up (from 6) and others.',
          'Put the label back into `certificates` i',
        ],
      ],
    ],
    [
      'one such label',
      withHealth({ formerLabels: { count: 1, films: [{ film: 'fargo', label: 'from 16' }] } }),
      [
        [
          'warning',
          '1 film has an age label that is not in the list: fargo (from 16).',
          'Put the label back into `certificates` i',
        ],
      ],
    ],
    [
      'no mail server',
      withHealth({ emails: 'off' }),
      [['warning', 'The site sends no mails about orders.', 'Netlify, Project configuration, Environm']],
    ],
    [
      'an outbox that nobody empties',
      withHealth({ outbox: { lateMinutes: 40, failed: 0 } }),
      [
        [
          'error',
          'The outbox is 40 minutes late: mails are not sent.',
          'Netlify, Logs & metrics, Functions: deli',
        ],
      ],
    ],
    [
      'jobs that were given up',
      withHealth({ outbox: { lateMinutes: null, failed: 1 } }),
      [
        [
          'warning',
          'The outbox has given up 1 job in the last 30 days.',
          'Netlify, Logs & metrics, Functions, ___n',
        ],
      ],
    ],
    [
      'a preview',
      withHealth({ writes: 'refused' }),
      [
        [
          'warning',
          'This is a preview that reads the database of the site: it changes nothing.',
          'If this preview shall write: MONGODB_URI',
        ],
      ],
    ],
    [
      'no health',
      { health: null },
      [['error', '/api/health does not answer.', 'Netlify, Logs & metrics, Functions, ___n']],
    ],
    [
      'the health of something else',
      { health: { status: 404, body: null } },
      [
        [
          'error',
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
          'error',
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
          'error',
          'Its data has version 1, and that of the site 3: they are two databases.',
          'Copy MONGODB_URI from Netlify, Environme',
        ],
      ],
    ],
  ])('%s', (_, observations, expected) => {
    expect(troubles(observations)).toEqual(expected);
  });

  test('on this machine http is no fault', () => {
    const { plainHttp: _asked, ...rest } = HEALTHY;
    const marks = diagnose({ ...rest, url: new URL('http://localhost:8888/') }).map(({ status }) => status);
    expect(marks.filter((status) => status !== 'ok')).toEqual(['warning']);
  });
});
