import type { Graph, MovieTheater } from 'schema-dts';
import { cinema } from '@/lib/cinema';
import { absolute } from '../house/site-address';

/** What the front door says of the house. */
export function houseGraph(): Graph {
  return { '@context': 'https://schema.org', '@graph': [movieTheater()] };
}

/** The house, as search engines and maps read it (schema.org/MovieTheater). */
export function movieTheater(): MovieTheater {
  const { street, city, postalCode, countryCode } = cinema.address;
  return {
    '@type': 'MovieTheater',
    '@id': absolute('/#house'),
    name: cinema.name,
    description: `${cinema.strapline}.`,
    url: absolute('/'),
    email: cinema.email,
    telephone: cinema.phone,
    image: absolute('/opengraph-image'),
    address: {
      '@type': 'PostalAddress',
      streetAddress: street,
      addressLocality: city,
      postalCode,
      addressCountry: countryCode,
    },
  };
}
