import type { MetadataRoute } from 'next';
import { absolute } from './_format/site-url';

/** Excludes the API and pages about the visitor. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/account', '/desk', '/search', '/.netlify/'] },
    sitemap: absolute('/sitemap.xml'),
  };
}
