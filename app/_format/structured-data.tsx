import type { Graph, ItemAvailability, Movie, MovieTheater, ScreeningEvent } from 'schema-dts';
import { cinema } from '@/lib/cinema';
import type { Film } from '@/lib/films/schema';
import { FEW_SEATS, type Screening } from '@/lib/screenings/schema';
import { absolute } from './site-url';

/** A film, its upcoming screenings and the cinema, linked by `@id`. */
export function filmGraph(film: Film, screenings: readonly Screening[]): Graph {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      movie(film),
      movieTheater(),
      ...screenings.map((screening) => screeningEvent(film, screening)),
    ],
  };
}

function movie(film: Film): Movie {
  return {
    '@type': 'Movie',
    '@id': idOf(film),
    name: film.title,
    url: absolute(`/films/${film.slug}`),
    description: film.synopsis,
    image: absolute(`/films/${film.slug}/opengraph-image`),
    duration: `PT${film.runtimeMinutes}M`,
    ...(film.releaseDate === null ? { dateCreated: String(film.year) } : { datePublished: film.releaseDate }),
    genre: film.genres,
    director: film.directors.map((name) => ({ '@type': 'Person', name })),
    actor: film.cast.map((name) => ({ '@type': 'Person', name })),
    countryOfOrigin: film.countries.map((name) => ({ '@type': 'Country', name })),
    inLanguage: film.languages,
  };
}

function screeningEvent(film: Film, screening: Screening): ScreeningEvent {
  return {
    '@type': 'ScreeningEvent',
    '@id': absolute(`/films/${film.slug}#s-${screening.id}`),
    name: film.title,
    url: absolute(`/films/${film.slug}#s-${screening.id}`),
    workPresented: { '@id': idOf(film) },
    startDate: screening.startsAt,
    endDate: screening.endsAt,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@id': absolute('/#house') },
    videoFormat: screening.format,
    ...(screening.subtitles === null ? {} : { subtitleLanguage: screening.subtitles }),
    offers: screening.prices.map(({ kind, price }) => ({
      '@type': 'Offer',
      name: kind,
      // In major units, with a point, as schema.org wants it for machines.
      price: (price.amountMinor / 10 ** minorDigits(price.currency)).toFixed(minorDigits(price.currency)),
      priceCurrency: price.currency,
      url: absolute(`/screenings/${screening.id}`),
      ...(screening.seatsLeft === undefined ? {} : { availability: availabilityOf(screening.seatsLeft) }),
    })),
  };
}

function availabilityOf(seatsLeft: number): ItemAvailability {
  if (seatsLeft === 0) return 'https://schema.org/SoldOut';
  return seatsLeft <= FEW_SEATS ? 'https://schema.org/LimitedAvailability' : 'https://schema.org/InStock';
}

function idOf({ slug }: Film): string {
  return absolute(`/films/${slug}#film`);
}

function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** The structured data of the front page. */
export function houseGraph(): Graph {
  return { '@context': 'https://schema.org', '@graph': [movieTheater()] };
}

/** The cinema, for search engines and maps (schema.org/MovieTheater). */
function movieTheater(): MovieTheater {
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

/** Facts for machines. Nothing in them can end the script: `<` is written as an escape, which JSON reads back. */
export function JsonLd({ graph }: { graph: Graph }) {
  const text = JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
