export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Null when the body is not JSON. */
  json: unknown;
}

export interface Request {
  method?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: string | FormData;
  form?: Record<string, string>;
  bearer?: string;
  headers?: Record<string, string>;
}

/** One request; redirects are answers too. */
export async function ask(url: string, request: Request = {}): Promise<Answer> {
  const headers = new Headers(request.headers);
  if (request.bearer !== undefined) headers.set('Authorization', `Bearer ${request.bearer}`);
  const body = toBody(request, headers);
  const method = request.method ?? (body === undefined ? 'GET' : 'POST');
  const response = await fetch(url, { method, headers, body, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function toBody(request: Request, headers: Headers): string | FormData | undefined {
  if (request.json !== undefined) {
    if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    return JSON.stringify(request.json);
  }
  if (request.form !== undefined) {
    headers.set('Content-Type', 'application/x-www-form-urlencoded');
    return new URLSearchParams(request.form).toString();
  }
  return request.body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
