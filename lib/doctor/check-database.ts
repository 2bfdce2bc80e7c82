import type { Observations } from './observations';
import { error, type Finding, ok } from './finding';

/** What was seen of the database from here, when MONGODB_URI was given. */
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
