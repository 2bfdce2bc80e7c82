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

/**
 * One HTTP call with a time-out in milliseconds, which covers the body too; `signal` may end it earlier. Follows no
 * redirect: tokens stay here.
 */
export async function fetchJson(url: string, init: RequestInit & { timeoutMs: number }): Promise<JsonAnswer> {
  const { timeoutMs, signal, ...request } = init;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: toBody(text) };
  } catch (cause) {
    throw new UnreachableError(`No answer within ${timeoutMs} ms, or none at all`, { cause });
  }
}

function toBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
