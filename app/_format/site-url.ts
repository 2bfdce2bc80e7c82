import { cinema } from '@/lib/cinema';
import { env } from '@/lib/env';

/** The site's own address, for what leaves it: link previews, the sitemap, calendars. Netlify sets it. */
export function siteUrl(): URL {
  return new URL(env('URL') ?? 'http://localhost:8888');
}

export function absolute(path: string): string {
  return new URL(path, siteUrl()).href;
}

/** What link previews say of every page. A page that adds its picture repeats it: Next replaces `openGraph`, it does not merge. */
export const openGraph = {
  siteName: cinema.name,
  locale: cinema.locale.replace('-', '_'),
  type: 'website',
} as const;
