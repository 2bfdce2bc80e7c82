import type { Facts } from './facts';
import { broken, type Finding, well } from './finding';

/** What was seen of the database from here, when MONGODB_URI was given. */
export function aboutDatabase({ database, health }: Facts): Finding[] {
  if (database === undefined) return [];
  if (database === null) {
    const mend =
      'Atlas, Database & Network Access, IP Access List: Add current IP address. Else compare MONGODB_URI with Atlas, Connect, Drivers: name, password, host.';
    return [broken('The database that MONGODB_URI names here does not answer.', mend)];
  }
  const findings = [well('The database that MONGODB_URI names here answers.')];
  const ofSite = health?.body?.data;
  if (ofSite && ofSite.stored !== null && ofSite.stored !== database.data.stored) {
    const says = `Its data has version ${database.data.stored}, and that of the site ${ofSite.stored}: they are two databases.`;
    findings.push(
      broken(says, 'Copy MONGODB_URI from Netlify, Environment variables, with the name of the database.'),
    );
  }
  return findings;
}
