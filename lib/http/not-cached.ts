/** Headers of a response that nothing caches: no browser, nor Netlify's CDN, which prefers its own header to any other. */
export const notCached = {
  'cache-control': 'private, no-store',
  'netlify-cdn-cache-control': 'no-store',
} as const;
