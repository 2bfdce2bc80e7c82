import type { DataVersion } from '../db/data-version';
import type { Health } from '../health/schema';
import type { IdentityProbe } from '../identity/probe';

/** What was seen of a site from outside; `null` for what did not answer at all. */
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
