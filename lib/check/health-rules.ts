import type { Facts } from './facts';
import { broken, type Finding, note, unseen, well } from './finding';
import type { Health } from '../health/schema';

/** What the site says of itself. */
export function aboutHealth({ health, identity, database }: Facts): Finding[] {
  if (!health) {
    return [
      broken(
        '/api/health does not answer.',
        'Netlify, Logs & metrics, Functions, ___netlify-server-handler says why.',
      ),
    ];
  }
  if (!health.body) {
    const mend =
      'Is this a Marquee? An older one does not say enough: merge upstream and deploy (docs/upgrading.md).';
    return [broken(`/api/health answers ${health.status}, and not what this version answers.`, mend)];
  }
  const seen = health.body;
  const rules = [aboutVariables, aboutOperator(identity), aboutReach(database), aboutTransactions, aboutData];
  return [...rules, aboutEvents, aboutWrites].flatMap((rule) => rule(seen));
}

type Rule = (health: Health) => Finding[];

const aboutVariables: Rule = ({ variables }) => {
  if (variables.length === 0) return [well('The variables are set.')];
  return [
    broken(
      `Variables are missing or malformed: ${variables.join(', ')}.`,
      'Netlify, Project configuration, Environment variables: set them as .env.example says, scope Functions included. Then Deploys, Trigger deploy.',
    ),
  ];
};

/** From outside Identity is on; can the site's own server reach it? */
const aboutOperator =
  (look: Facts['identity']): Rule =>
  ({ identity }) => {
    if (identity === 'up') return [well('The site reaches Identity.')];
    if (look?.state !== 'on')
      return [unseen('Whether the site reaches Identity: it does not answer us either.')];
    return [
      broken(
        'The site does not reach Identity, though Identity is on.',
        'On Netlify IDENTITY_URL and IDENTITY_OPERATOR_TOKEN stay unset: remove them, then Trigger deploy.',
      ),
    ];
  };

const aboutReach =
  (fromHere: Facts['database']): Rule =>
  ({ database, variables }) => {
    if (database === 'up') return [well('The site reaches the database.')];
    if (variables.includes('MONGODB_URI')) return [unseen('The database: MONGODB_URI is not right.')];
    const says = 'The site does not reach the database.';
    if (fromHere) {
      const mend =
        'It answers from here, so it is the way: Atlas, Database & Network Access, IP Access List: allow 0.0.0.0/0, because functions have no fixed addresses.';
      return [broken(says, mend)];
    }
    return [
      broken(
        says,
        'Atlas: the cluster must run (it pauses after long rest: Resume). Database & Network Access: the IP Access List must allow 0.0.0.0/0, and the Database Users must have the name and password of MONGODB_URI.',
      ),
    ];
  };

const aboutTransactions: Rule = ({ transactions }) => {
  if (transactions === 'yes') return [well('The database can do transactions.')];
  if (transactions === 'unknown') return [unseen('Transactions: the database does not answer.')];
  const mend =
    'Use a replica set: every Atlas cluster is one; your own server with --replSet and rs.initiate().';
  return [broken('The database is a single server without transactions.', mend)];
};

const aboutData: Rule = ({ data: { state, stored, expected } }) => {
  if (state === 'current') return [well(`The stored data has version ${expected}, as the code expects.`)];
  if (state === 'unknown') return [unseen('The version of the stored data: the database does not answer.')];
  const says = `The stored data has version ${stored}, and the code expects ${expected}.`;
  if (state === 'behind')
    return [broken(says, 'With the same MONGODB_URI: npm run db:backup, then npm run db:migrate.')];
  const mend =
    'Newer code has migrated: deploy the newer code, or restore a backup from before (docs/upgrading.md).';
  return [broken(says, mend)];
};

const aboutEvents: Rule = ({ events }) => {
  if (events === 'received') return [well('Identity delivers its events.')];
  if (events === 'unknown') return [unseen('Events of Identity: the database does not answer.')];
  const mend =
    'Sign in once on the site and check again. Still never: Netlify, Logs & metrics, Functions must list identity-signup and identity-login; if not, Build settings: the functions directory is netlify/functions.';
  return [note('Identity has never delivered an event here.', mend)];
};

const aboutWrites: Rule = ({ writes }) => {
  if (writes !== 'refused') return [];
  const mend =
    'If this preview shall write: MONGODB_URI with a value of its own for Deploy Previews, an empty database.';
  return [note('This is a preview that reads the database of the site: it changes nothing.', mend)];
};
