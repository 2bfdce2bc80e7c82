import { env } from '@/lib/env';

/** The site's own address, for what leaves it: link previews, the sitemap, calendars. Netlify sets it. */
export function siteAddress(): URL {
  return new URL(env('URL') ?? 'http://localhost:8888');
}

export function absolute(path: string): string {
  return new URL(path, siteAddress()).href;
}
