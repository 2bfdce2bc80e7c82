import { cinema } from '@/lib/cinema';

/** What link previews say of every page. A page that adds its picture repeats it: Next replaces `openGraph`, it does not merge. */
export const openGraph = {
  siteName: cinema.name,
  locale: cinema.locale.replace('-', '_'),
  type: 'website',
} as const;
