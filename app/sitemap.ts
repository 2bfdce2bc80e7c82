import type { MetadataRoute } from 'next';
import { listFilmSlugs } from '@/lib/films/films';
import { listAuditoriumIds } from '@/lib/screenings/auditoriums';
import { cached } from './_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from './_cache/tags';
import { absolute } from './_format/site-url';

/** Not while building, which reaches no database. */
export const dynamic = 'force-dynamic';

const pages = ['/', '/films', '/visit', '/access', '/house-rules', '/privacy', '/imprint'];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [slugs, auditoriums] = await Promise.all([
    cached(['film-slugs'], [FILMS_TAG], listFilmSlugs),
    cached(['auditorium-ids'], [PROGRAMME_TAG], listAuditoriumIds),
  ]);
  const paths = [
    ...pages,
    ...auditoriums.map((id) => `/auditoriums/${id}`),
    ...slugs.map((slug) => `/films/${slug}`),
  ];
  return paths.map((path) => ({ url: absolute(path) }));
}
