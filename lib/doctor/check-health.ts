import type { Observations } from './probe-site';
import { error, type Finding, ok, skipped, warning } from './finding';
import type { Health } from '../health/schema';

/** Findings from the site's own health report. */
export function checkHealth({ health, identity, database }: Observations): Finding[] {
  if (!health) {
    return [
      error(
        '/api/health does not answer.',
        'Netlify, Logs & metrics, Functions, ___netlify-server-handler says why.',
      ),
    ];
  }
  if (!health.body) {
    const fix =
      'Is this a Marquee? An older one does not say enough: merge upstream and deploy (docs/upgrading.md).';
    return [error(`/api/health answers ${health.status}, and not what this version answers.`, fix)];
  }
  const seen = health.body;
  const rules = [
    checkVariables,
    checkFormerNames,
    checkOperator(identity),
    checkReach(database),
    checkTransactions,
    checkData,
  ];
  return [...rules, checkEvents, checkEmails, checkOutbox, checkLabels, checkWrites].flatMap((rule) =>
    rule(seen),
  );
}

type Rule = (health: Health) => Finding[];

const checkVariables: Rule = ({ variables }) => {
  if (variables.length === 0) return [ok('The variables are set.')];
  return [
    error(
      `Variables are missing or malformed: ${variables.join(', ')}.`,
      'Netlify, Project configuration, Environment variables: set them as .env.example says, scope Functions included. Then Deploys, Trigger deploy.',
    ),
  ];
};

const checkFormerNames: Rule = ({ deprecatedVariables }) =>
  deprecatedVariables.map(({ name, use }) =>
    warning(
      `The variable ${name} is called ${use} now.`,
      `Netlify, Project configuration, Environment variables: add ${use} with the same value and remove ${name}. The next release does not read it any more.`,
    ),
  );

/** From outside Identity is on; can the site's own server reach it? */
const checkOperator =
  (look: Observations['identity']): Rule =>
  ({ identity }) => {
    if (identity === 'up') return [ok('The site reaches Identity.')];
    if (look?.state !== 'on')
      return [skipped('Whether the site reaches Identity: it does not answer us either.')];
    return [
      error(
        'The site does not reach Identity, though Identity is on.',
        'On Netlify IDENTITY_URL and IDENTITY_OPERATOR_TOKEN stay unset: remove them, then Trigger deploy.',
      ),
    ];
  };

const checkReach =
  (fromHere: Observations['database']): Rule =>
  ({ database, variables }) => {
    if (database === 'up') return [ok('The site reaches the database.')];
    if (variables.includes('MONGODB_URI')) return [skipped('The database: MONGODB_URI is not right.')];
    const message = 'The site does not reach the database.';
    if (fromHere) {
      const fix =
        'It answers from here, so it is the way: Atlas, Database & Network Access, IP Access List: allow 0.0.0.0/0, because functions have no fixed addresses.';
      return [error(message, fix)];
    }
    return [
      error(
        message,
        'Atlas: the cluster must run (it pauses after long rest: Resume). Database & Network Access: the IP Access List must allow 0.0.0.0/0, and the Database Users must have the name and password of MONGODB_URI.',
      ),
    ];
  };

const checkTransactions: Rule = ({ transactions }) => {
  if (transactions === 'yes') return [ok('The database can do transactions.')];
  if (transactions === 'unknown') return [skipped('Transactions: the database does not answer.')];
  const fix =
    'Use a replica set: every Atlas cluster is one; your own server with --replSet and rs.initiate().';
  return [error('The database is a single server without transactions.', fix)];
};

const checkData: Rule = ({ data: { state, stored, expected } }) => {
  if (state === 'current') return [ok(`The stored data has version ${expected}, as the code expects.`)];
  if (state === 'unknown') return [skipped('The version of the stored data: the database does not answer.')];
  const message = `The stored data has version ${stored}, and the code expects ${expected}.`;
  if (state === 'behind')
    return [error(message, 'With the same MONGODB_URI: npm run db:backup, then npm run db:migrate.')];
  const fix =
    'Newer code has migrated: deploy the newer code, or restore a backup from before (docs/upgrading.md).';
  return [error(message, fix)];
};

const checkEvents: Rule = ({ events }) => {
  if (events === 'received') return [ok('Identity delivers its events.')];
  if (events === 'unknown') return [skipped('Events of Identity: the database does not answer.')];
  const fix =
    'Sign in once on the site and check again. Still never: Netlify, Logs & metrics, Functions must list identity-signup and identity-login; if not, Build settings: the functions directory is netlify/functions.';
  return [warning('Identity has never delivered an event here.', fix)];
};

const checkEmails: Rule = ({ emails }) => {
  if (emails === 'on') return [ok('There is a mail server for mails about orders.')];
  const fix =
    'Netlify, Project configuration, Environment variables: SMTP_URL, as docs/operations.md says. Without it the site works, and orders are seen on the site alone.';
  return [warning('The site sends no mails about orders.', fix)];
};

const checkOutbox: Rule = ({ outbox }) => {
  if (!outbox) return [skipped('The outbox: the database does not answer.')];
  const { lateMinutes, failed } = outbox;
  const findings: Finding[] = [];
  if (lateMinutes !== null) {
    const fix =
      'Netlify, Logs & metrics, Functions: deliver-outbox must be there and run every five minutes; its log says what the site answered. INTERNAL_SECRET must be set.';
    findings.push(error(`The outbox is ${lateMinutes} minutes late: mails are not sent.`, fix));
  }
  if (failed > 0) {
    const fix =
      'Netlify, Logs & metrics, Functions, ___netlify-server-handler: the lines outbox.failed say why.';
    const message = `The outbox has given up ${failed} ${failed === 1 ? 'job' : 'jobs'} in the last 30 days.`;
    findings.push(warning(message, fix));
  }
  return findings.length > 0 ? findings : [ok('Nothing in the outbox is late.')];
};

const checkLabels: Rule = ({ formerLabels }) => {
  if (!formerLabels) return [skipped('Age labels: the database does not answer.')];
  const { count, films } = formerLabels;
  if (count === 0) return [ok('The age labels of all films are in the list.')];
  const named = films.map(({ film, label }) => `${film} (${label})`).join(', ');
  const message = `${count} ${count === 1 ? 'film has' : 'films have'} an age label that is not in the list: ${named}`;
  const fix =
    'Put the label back into `certificates` in lib/cinema.ts, or give these films another: npm run import -- films FILE with the columns title, year and certificate. Until then they show the one they have.';
  return [warning(`${message}${count > films.length ? ' and others' : ''}.`, fix)];
};

const checkWrites: Rule = ({ writes }) => {
  if (writes !== 'refused') return [];
  const fix =
    'If this preview shall write: MONGODB_URI with a value of its own for Deploy Previews, an empty database.';
  return [warning('This is a preview that reads the database of the site: it changes nothing.', fix)];
};

/** Findings about the database as seen from here, if MONGODB_URI was given. */
export function checkDatabase({ database, health }: Observations): Finding[] {
  if (database === undefined) return [];
  if (database === null) {
    const fix =
      'Atlas, Database & Network Access, IP Access List: Add current IP address. Else compare MONGODB_URI with Atlas, Connect, Drivers: name, password, host.';
    return [error('The database that MONGODB_URI names here does not answer.', fix)];
  }
  const findings = [ok('The database that MONGODB_URI names here answers.')];
  const ofSite = health?.body?.data;
  if (ofSite && ofSite.stored !== null && ofSite.stored !== database.data.stored) {
    const message = `Its data has version ${database.data.stored}, and that of the site ${ofSite.stored}: they are two databases.`;
    findings.push(
      error(message, 'Copy MONGODB_URI from Netlify, Environment variables, with the name of the database.'),
    );
  }
  return findings;
}
