import { probeDatabase } from '../db/client';
import { type DataVersion, getDataVersion } from '../db/data-version';
import { fetchJson } from '../fetch-json';
import { type Health, healthSchema } from '../health/schema';
import { type IdentityProbe, probeIdentity } from '../identity/gotrue';

/** What was observed from outside; `null` if there was no response at all. */
export interface Observations {
  url: URL;
  /** The front page. */
  page: { status: number; headers: Record<string, string> } | null;
  /** A file that the edge serves by itself. */
  mailTemplate: { status: number; headers: Record<string, string> } | null;
  /** Where http:// of the same host leads; undefined when it was not asked, because the site itself is http. */
  plainHttp?: { status: number; location: string | null } | null;
  identity: IdentityProbe | null;
  /** `body` is null when it is not the answer of a Marquee of this age. */
  health: { status: number; body: Health | null } | null;
  /** Asked from here, when MONGODB_URI is given; null when it did not answer. */
  database?: { transactions: boolean; data: DataVersion } | null;
}

/** A function that was asleep, and a database behind it, take their time. */
const TIMEOUT_MS = 20_000;

/** Looks at a site as a stranger does: five requests that change nothing. With `askDatabase` also at the database, from here. */
export async function probeSite(url: URL, askDatabase: boolean): Promise<Observations> {
  const [page, mailTemplate, plainHttp, identity, health, database] = await Promise.all([
    orNull(look(url)),
    orNull(look(new URL('/emails/confirmation.html', url))),
    url.protocol === 'https:' ? orNull(lookAtPlainHttp(url)) : undefined,
    orNull(probeIdentity(url.href, TIMEOUT_MS)),
    orNull(lookAtHealth(url)),
    askDatabase ? orNull(lookAtDatabase()) : undefined,
  ]);
  return {
    url,
    page,
    mailTemplate,
    identity,
    health,
    ...(plainHttp === undefined ? {} : { plainHttp }),
    ...(database === undefined ? {} : { database }),
  };
}

async function look(url: URL): Promise<NonNullable<Observations['page']>> {
  const { status, headers } = await fetchJson(url.href, { timeoutMs: TIMEOUT_MS });
  return { status, headers: Object.fromEntries(headers) };
}

async function lookAtPlainHttp(url: URL): Promise<NonNullable<Observations['plainHttp']>> {
  const plain = new URL(url);
  plain.protocol = 'http:';
  const { status, headers } = await fetchJson(plain.href, { timeoutMs: TIMEOUT_MS });
  return { status, location: headers.get('location') };
}

async function lookAtHealth(url: URL): Promise<NonNullable<Observations['health']>> {
  const { status, body } = await fetchJson(new URL('/api/health', url).href, { timeoutMs: TIMEOUT_MS });
  const health = healthSchema.safeParse(body);
  return { status, body: health.success ? health.data : null };
}

async function lookAtDatabase(): Promise<NonNullable<Observations['database']>> {
  const { transactions } = await probeDatabase(TIMEOUT_MS);
  return { transactions, data: await getDataVersion() };
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
