import { join } from 'node:path';
import { HeadersHandler } from '@netlify/headers';
import { RedirectsHandler } from '@netlify/redirects';

/** The redirects and headers of `netlify.toml`, matched by Netlify's own code. */
export type SiteRules = {
  headersFor(pathname: string): Promise<Record<string, string>>;
  redirectFor(request: Request): ReturnType<RedirectsHandler['match']>;
};

export function readSiteRules(root: string, jwtSecret: string): SiteRules {
  const configPath = join(root, 'netlify.toml');
  const logger = { log: console.error, warn: console.error, error: console.error };
  const headers = new HeadersHandler({ configPath, projectDir: root, logger });
  const redirects = new RedirectsHandler({
    configPath,
    configRedirects: [],
    projectDir: root,
    jwtSecret,
    jwtRoleClaim: 'app_metadata.roles',
  });
  // The handler reads the file anew for each request; the paths that have static files are few.
  const known = new Map<string, Promise<Record<string, string>>>();
  return {
    headersFor(pathname) {
      const found = known.get(pathname) ?? headers.apply(new Request(new URL(pathname, 'http://site')));
      known.set(pathname, found);
      return found;
    },
    redirectFor: (request) => redirects.match(request),
  };
}
