const isDev = process.env.NODE_ENV === 'development';

// Next writes inline scripts into each page; a nonce would need every page rendered by a proxy on each request.
// `next dev` also evaluates source text and talks to its hot reload over a socket.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ''}`,
  // No markup of ours calls a script from an attribute, so none that got in may.
  "script-src-attr 'none'",
  // The style sheets stand in each page; `npm run build` ends with putting their hashes here. Two attributes hold lengths that
  // only the server knows: of the wordmark's letters and the programme's large line. `next dev` puts its own into the page.
  `style-src 'self' ${isDev ? "'unsafe-inline'" : "'sha256-of-the-build'"}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  `connect-src 'self'${isDev ? ' ws:' : ''}`,
  "media-src 'self'",
  // The players of trailers, of which nothing loads before somebody presses the button (app/(public)/films/[slug]/_components/trailer-player.tsx).
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

// Netlify applies the headers of netlify.toml to files alone, so what functions answer gets them here. Keep both alike.
const securityHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Netlify names the addresses of a deploy to its build alone: `ownOrigins` of lib/env.ts asks at run time.
  env: {
    DEPLOY_PRIME_URL: process.env.DEPLOY_PRIME_URL ?? '',
    DEPLOY_URL: process.env.DEPLOY_URL ?? '',
  },
  // Netlify's CDN compresses what its functions send, and better than they do.
  compress: false,
  // The first paint waits for one answer, not for a second one with the style sheet.
  experimental: { inlineCss: true },
  reactStrictMode: true,
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // An answer that the CDN caches belongs to the whole query. Routes of the API name the parameters that they take.
    { source: '/((?!api/).*)', headers: [{ key: 'Netlify-Vary', value: 'query' }] },
  ],
  // What people say stood under /talk in 0.1: bookmarks and search engines have it.
  redirects: async () => [
    { source: '/films/:slug/talk', destination: '/films/:slug/comments', permanent: true },
    { source: '/films/:slug/talk/:id', destination: '/films/:slug/comments/:id', permanent: true },
  ],
  // Today's programme is a page that is kept; its own address is the house's front door.
  rewrites: async () => ({ beforeFiles: [{ source: '/', destination: '/programme/today' }] }),
  // The letters of link previews are drawn from the same font files that pages serve.
  outputFileTracingIncludes: {
    '/**/opengraph-image': ['./node_modules/@fontsource-variable/*/files/*-normal.woff2'],
  },
  // Seconds after which a kept page is never shown again, however quiet the site was: until then it is shown once more
  // while a new one is made.
  expireTime: 120,
  // The types of the whole project, its tests included, are a gate of `npm test`; a deploy does not repeat it.
  typescript: { ignoreBuildErrors: true },
};
