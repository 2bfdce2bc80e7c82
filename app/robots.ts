import type { MetadataRoute } from 'next';
import { absolute } from './_format/site-url';

/** What crawlers need not ask: answers for programs, and pages that are about the person who asks. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/account', '/search', '/.netlify/'] },
    sitemap: absolute('/sitemap.xml'),
  };
}
