/** As long as pages that exist: a film that is announced next week must not be missing for longer. */
const PAGE_SECONDS = 60;

/**
 * Bounds how long an error response is cached: one of the API not at all, Next's own 404 and 405 below `/api` included; a
 * page's for a minute, whatever its address ends with. Any other response passes as it is.
 * @param {Request} request
 * @param {Response} response
 * @returns {Response}
 */
export function limitCaching(request, response) {
  if (response.status < 400) return response;
  const { headers } = response;
  if (isOfTheApi(request, headers)) {
    headers.set('cache-control', 'private, no-store');
    headers.set('netlify-cdn-cache-control', 'no-store');
  } else if (secondsCached(headers.get('netlify-cdn-cache-control') ?? '') > 2 * PAGE_SECONDS) {
    headers.set('netlify-cdn-cache-control', `max-age=${PAGE_SECONDS}, durable`);
  }
  return response;
}

/** @param {Request} request @param {Headers} headers */
function isOfTheApi(request, headers) {
  const { pathname } = new URL(request.url);
  return /^\/api(\/|$)/.test(pathname) || headers.get('content-type') === 'application/problem+json';
}

/** Includes the time in which a stale response may still be shown. @param {string} cacheControl */
function secondsCached(cacheControl) {
  const named = cacheControl.matchAll(/(?:max-age|s-maxage|stale-while-revalidate)=(\d+)/g);
  return [...named].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}
