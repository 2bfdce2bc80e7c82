/** As long as pages that exist: a film that is announced next week must not be missing for longer. */
const PAGE_SECONDS = 60;
const RETRY_SECONDS = '10';

/** What Next itself answers below `/api`, in the words of `lib/problem.ts`. */
const problems = {
  404: { code: 'not-found', title: 'There is nothing here' },
  405: { code: 'method-not-allowed', title: 'This address doesn’t support that method' },
};

/**
 * The last word on an error, after Next and its adapter. Below `/api` it is a problem in JSON, Next's own 404 and 405
 * included, and cached nowhere; a page's is cached for a minute, whatever its address ends with; one of the server says
 * when to come again. Any other response passes as it is.
 * @param {Request} request
 * @param {Response} response
 * @param {(request: Request) => Promise<Response>} ask Next, once more
 * @returns {Promise<Response>}
 */
export async function completeError(request, response, ask) {
  if (response.status < 400) return response;
  const isApi = /^\/api(\/|$)/.test(new URL(request.url).pathname);
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  const answer = isApi && !isProblem ? await toProblem(request, response, ask) : response;
  const { headers, status } = answer;
  if (status >= 500 && !headers.has('retry-after')) headers.set('retry-after', RETRY_SECONDS);
  if (isApi || isProblem) {
    headers.set('cache-control', 'private, no-store');
    headers.set('netlify-cdn-cache-control', 'no-store');
  } else if (secondsCached(headers.get('netlify-cdn-cache-control') ?? '') > 2 * PAGE_SECONDS) {
    headers.set('netlify-cdn-cache-control', `max-age=${PAGE_SECONDS}, durable`);
  }
  return answer;
}

/** @param {Request} request @param {Response} response @param {(request: Request) => Promise<Response>} ask */
async function toProblem(request, response, ask) {
  const { status } = response;
  const known = status === 404 || status === 405 ? problems[status] : null;
  if (!known) return response;
  await response.body?.cancel();
  const instance = request.headers.get('x-nf-request-id') ?? crypto.randomUUID();
  const headers = new Headers(response.headers);
  for (const name of ['content-length', 'content-encoding', 'etag', 'link', 'netlify-cache-tag']) {
    headers.delete(name);
  }
  headers.set('content-type', 'application/problem+json');
  headers.set('x-request-id', instance);
  if (status === 405) headers.set('allow', await allowedMethods(request, ask));
  const problem = {
    type: `urn:marquee:problem:${known.code}`,
    title: known.title,
    status,
    code: known.code,
    instance,
  };
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(problem), { status, headers });
}

/** Next names the methods of a route to OPTIONS alone. @param {Request} request @param {(request: Request) => Promise<Response>} ask */
async function allowedMethods({ url, headers }, ask) {
  const { headers: told } = await ask(new Request(url, { method: 'OPTIONS', headers }));
  return told.get('allow') ?? '';
}

/** Includes the time in which a stale response may still be shown. @param {string} cacheControl */
function secondsCached(cacheControl) {
  const named = cacheControl.matchAll(/(?:max-age|s-maxage|stale-while-revalidate)=(\d+)/g);
  return [...named].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}
