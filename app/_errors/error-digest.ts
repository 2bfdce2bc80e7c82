/** What `error.tsx` gets to know of a failure: its digest survives to the browser, its message does not. */
export interface ErrorDigest {
  kind: 'database' | 'unknown';
  requestId: string;
}

const DATABASE = 'database.';

export function encodeDigest({ kind, requestId }: ErrorDigest): string {
  return kind === 'database' ? `${DATABASE}${requestId}` : requestId;
}

/** Also reads the digests that Next makes of errors that are not ours: a number, which its log line has too. */
export function decodeDigest(digest: string | undefined): ErrorDigest {
  if (!digest?.startsWith(DATABASE)) return { kind: 'unknown', requestId: digest ?? '' };
  return { kind: 'database', requestId: digest.slice(DATABASE.length) };
}
