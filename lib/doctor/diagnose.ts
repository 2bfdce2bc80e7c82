import { checkDatabase } from './check-health';
import type { Observations } from './probe-site';
import { error, type Finding, warning, skipped, ok } from './finding';
import { checkHealth } from './check-health';

/** Everything that there is to say about a site, in the order in which one fixes it. Pure. */
export function diagnose(observations: Observations): Finding[] {
  if (!observations.page) {
    const fix =
      'Is the address right? In Netlify, Deploys: the newest one must be Published; Domain management: its DNS must be verified.';
    return [error(`${observations.url.host} does not answer.`, fix)];
  }
  return [
    checkPage(observations.page),
    ...checkHttps(observations),
    checkHeaders(observations),
    checkMailTemplates(observations),
    ...checkIdentity(observations),
    ...checkHealth(observations),
    ...checkDatabase(observations),
  ];
}

function checkPage({ status, headers }: NonNullable<Observations['page']>): Finding {
  if (status === 200) return ok('The front page answers.');
  const { location } = headers;
  if (location) return warning(`The front page leads to ${location}.`, 'Check that address.');
  const fix =
    'The lines below say why, when it is the database; else Netlify, Logs & metrics, Functions, ___netlify-server-handler.';
  return error(`The front page answers ${status}.`, fix);
}

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

function checkHttps({ url, plainHttp }: Observations): Finding[] {
  if (url.protocol !== 'https:') {
    if (LOCAL.test(url.hostname))
      return [warning('This is http on your own machine.', 'Check the deployed site too.')];
    return [
      error(
        'The address is http: sign-in cookies are for https alone.',
        'Check the https address. Netlify, Domain management, HTTPS: Verify DNS configuration, then Provision certificate.',
      ),
    ];
  }
  if (plainHttp?.location?.startsWith('https://')) return [ok('http leads to https.')];
  const fix = 'Netlify, Domain management, HTTPS: Force HTTPS.';
  return [ok('The site is https.'), warning('http does not lead to https.', fix)];
}

const HEADERS = [
  'strict-transport-security',
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'permissions-policy',
];

function checkHeaders({ page, mailTemplate }: Observations): Finding {
  const lacks = (answer: Observations['page']) =>
    HEADERS.filter((name) => answer && !(name in answer.headers));
  const missing = [...new Set([...lacks(page), ...lacks(mailTemplate)])];
  if (missing.length === 0) return ok('The security headers are there.');
  return error(
    `Headers are missing: ${missing.join(', ')}.`,
    'next.config.mjs (pages) and netlify.toml (files) set them: take both from upstream, and deploy.',
  );
}

function checkMailTemplates({ mailTemplate }: Observations): Finding {
  if (mailTemplate?.status === 200) return ok('The mail templates are there.');
  return error(
    'There is no /emails/confirmation.html: Identity sends its own mails.',
    'Netlify, Project configuration, Build & deploy, Build settings: the build command is `npm run build`, which writes them. Then Project configuration, Identity, Emails: set the four paths.',
  );
}

function checkIdentity({ identity }: Observations): Finding[] {
  if (!identity) {
    return [
      error('Identity does not answer.', 'See netlifystatus.com. When it is well: try again in a minute.'),
    ];
  }
  if (identity.state === 'failing') {
    const fix =
      'See netlifystatus.com. When it is well: Project configuration, Identity, and write to Netlify.';
    return [error(`Identity answers ${identity.status}.`, fix)];
  }
  if (identity.state === 'off') {
    const fix = 'Netlify, Project configuration, Identity: Enable Identity.';
    return [
      error('Identity is off: nobody can join or sign in.', fix),
      skipped('Registration: Identity is off.'),
    ];
  }
  return [ok('Identity is on.'), checkRegistration(identity.closed), checkAutoconfirm(identity.autoconfirm)];
}

function checkRegistration(closed: boolean): Finding {
  if (!closed) return ok('Registration is open.');
  const fix = 'If that is not meant: Project configuration, Identity, Registration: Open.';
  return warning('Registration is closed: only invited people can join.', fix);
}

function checkAutoconfirm(autoconfirm: boolean): Finding {
  if (!autoconfirm) return ok('Addresses are confirmed by mail.');
  return error(
    'Autoconfirm is on: anybody can join with an address that is not theirs, and the staff directory is not believed.',
    'Project configuration, Identity, Registration: Autoconfirm off.',
  );
}
