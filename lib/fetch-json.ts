export interface JsonAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON, the text when it is not JSON, null when empty. The caller parses it with a schema. */
  body: unknown;
}

/** There was no response at all: refused, reset or too slow. Any HTTP status is a response. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** The body is larger than the caller takes. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

interface Limits {
  timeoutMs: number;
  maxBytes?: number;
}

/**
 * One HTTP call with a time-out in milliseconds, which covers the body too; `signal` may end it earlier. Follows no
 * redirect: tokens stay here. Throws `UnreachableError`, and `TooLargeError` for a body above `maxBytes`.
 */
export async function fetchJson(url: string, init: RequestInit & Limits): Promise<JsonAnswer> {
  const { timeoutMs, maxBytes = Infinity, signal, ...request } = init;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const text = await readText(response, maxBytes);
    return { status: response.status, headers: response.headers, body: toBody(text) };
  } catch (cause) {
    if (cause instanceof TooLargeError) throw cause;
    throw new UnreachableError(`No answer within ${timeoutMs} ms, or none at all`, { cause });
  }
}

async function readText({ body }: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the rest of the body.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLargeError(`The answer has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
