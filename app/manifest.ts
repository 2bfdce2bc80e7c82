import type { MetadataRoute } from 'next';
import { cinema } from '@/lib/cinema';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: cinema.name,
    short_name: cinema.name,
    description: `${cinema.strapline}.`,
    start_url: '/',
    display: 'browser',
    background_color: '#f5f5f2',
    theme_color: '#151514',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/apple-icon', sizes: '180x180', type: 'image/png' },
    ],
  };
}
