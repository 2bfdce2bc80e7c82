/** One response of the site, with the moments (ms since 1970) at which it was asked for and had. */
export interface TimedResponse {
  sentAt: number;
  respondedAt: number;
  /** 0 when there was none. */
  status: number;
  retryAfter: string | null;
  /** What it said, when it was a failure of ours; else empty, because a load test brings many. */
  failure: string;
}

export async function timedRequest(url: string, init: RequestInit = {}): Promise<TimedResponse> {
  const sentAt = Date.now();
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    const { status, headers } = response;
    const failure = status >= 500 ? text : '';
    return { sentAt, respondedAt: Date.now(), status, retryAfter: headers.get('retry-after'), failure };
  } catch (error) {
    return { sentAt, respondedAt: Date.now(), status: 0, retryAfter: null, failure: String(error) };
  }
}

const OWN_DIGEST = /:E\{\\"digest\\":\\"database\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\"\}/g;

/**
 * Whether a page that could not be made says so in the site's own words. It brings the kind of failure and the request's number
 * as the one error in its data, and the browser puts the words to it (e2e/journeys/faults-database.spec.ts reads them there).
 */
export function isInOwnWords(html: string): boolean {
  const errors = html.match(/:E\{/g) ?? [];
  return errors.length === 1 && (html.match(OWN_DIGEST) ?? []).length === 1;
}
