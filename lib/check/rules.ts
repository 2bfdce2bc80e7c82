import { aboutDatabase } from './database-rules';
import type { Facts } from './facts';
import { broken, type Finding, note, unseen, well } from './finding';
import { aboutHealth } from './health-rules';

/** Everything that there is to say about a site, in the order in which one mends. Pure. */
export function findings(facts: Facts): Finding[] {
  if (!facts.page) {
    const mend =
      'Is the address right? In Netlify, Deploys: the newest one must be Published; Domain management: its DNS must be verified.';
    return [broken(`${facts.url.host} does not answer.`, mend)];
  }
  return [
    aboutPage(facts.page),
    ...aboutHttps(facts),
    aboutHeaders(facts),
    aboutMailTemplates(facts),
    ...aboutIdentity(facts),
    ...aboutHealth(facts),
    ...aboutDatabase(facts),
  ];
}

function aboutPage({ status, headers }: NonNullable<Facts['page']>): Finding {
  if (status === 200) return well('The front page answers.');
  const { location } = headers;
  if (location) return note(`The front page leads to ${location}.`, 'Check that address.');
  const mend =
    'The lines below say why, when it is the database; else Netlify, Logs & metrics, Functions, ___netlify-server-handler.';
  return broken(`The front page answers ${status}.`, mend);
}

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

function aboutHttps({ url, plainHttp }: Facts): Finding[] {
  if (url.protocol !== 'https:') {
    if (LOCAL.test(url.hostname))
      return [note('This is http on your own machine.', 'Check the deployed site too.')];
    return [
      broken(
        'The address is http: sign-in cookies are for https alone.',
        'Check the https address. Netlify, Domain management, HTTPS: Verify DNS configuration, then Provision certificate.',
      ),
    ];
  }
  if (plainHttp?.location?.startsWith('https://')) return [well('http leads to https.')];
  const mend = 'Netlify, Domain management, HTTPS: Force HTTPS.';
  return [well('The site is https.'), note('http does not lead to https.', mend)];
}

const HEADERS = [
  'strict-transport-security',
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'permissions-policy',
];

function aboutHeaders({ page, mailTemplate }: Facts): Finding {
  const lacks = (answer: Facts['page']) => HEADERS.filter((name) => answer && !(name in answer.headers));
  const missing = [...new Set([...lacks(page), ...lacks(mailTemplate)])];
  if (missing.length === 0) return well('The security headers are there.');
  return broken(
    `Headers are missing: ${missing.join(', ')}.`,
    'next.config.mjs (pages) and netlify.toml (files) set them: take both from upstream, and deploy.',
  );
}

function aboutMailTemplates({ mailTemplate }: Facts): Finding {
  if (mailTemplate?.status === 200) return well('The mail templates are there.');
  return broken(
    'There is no /emails/confirmation.html: Identity sends its own mails.',
    'Netlify, Project configuration, Build & deploy, Build settings: the build command is `npm run build`, which writes them. Then Project configuration, Identity, Emails: set the four paths.',
  );
}

function aboutIdentity({ identity }: Facts): Finding[] {
  if (!identity) {
    return [
      broken('Identity does not answer.', 'See netlifystatus.com. When it is well: try again in a minute.'),
    ];
  }
  if (identity.state === 'failing') {
    const mend =
      'See netlifystatus.com. When it is well: Project configuration, Identity, and write to Netlify.';
    return [broken(`Identity answers ${identity.status}.`, mend)];
  }
  if (identity.state === 'off') {
    const mend = 'Netlify, Project configuration, Identity: Enable Identity.';
    return [
      broken('Identity is off: nobody can join or sign in.', mend),
      unseen('Registration: Identity is off.'),
    ];
  }
  return [
    well('Identity is on.'),
    aboutRegistration(identity.closed),
    aboutAutoconfirm(identity.autoconfirm),
  ];
}

function aboutRegistration(closed: boolean): Finding {
  if (!closed) return well('Registration is open.');
  const mend = 'If that is not meant: Project configuration, Identity, Registration: Open.';
  return note('Registration is closed: only invited people can join.', mend);
}

function aboutAutoconfirm(autoconfirm: boolean): Finding {
  if (!autoconfirm) return well('Addresses are confirmed by mail.');
  return broken(
    'Autoconfirm is on: anybody can join with an address that is not theirs, and the staff directory is not believed.',
    'Project configuration, Identity, Registration: Autoconfirm off.',
  );
}
