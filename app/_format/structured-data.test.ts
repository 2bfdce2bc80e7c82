import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { up, screening, grand } from '../../e2e/fixtures/programme-data';
import { filmGraph } from './structured-data';
import { JsonLd } from './structured-data';

const shown = {
  ...screening(up, grand, '2026-11-20T18:15:00Z'),
  id: 'b'.repeat(24),
  startsAt: '2026-11-20T18:15:00.000Z',
  endsAt: '2026-11-20T20:06:00.000Z',
  auditorium: { id: 'grand', name: 'Grand' },
};

it('structured data names film, cinema and each screening, and which belongs to which', () => {
  const graph = JSON.parse(JSON.stringify(filmGraph(up, [shown])));
  const [movie, theatre, event] = graph['@graph'];
  expect(movie).toMatchObject({
    '@type': 'Movie',
    name: 'Up',
    datePublished: '2009-05-29',
    duration: 'PT96M',
  });
  expect(theatre).toMatchObject({ '@type': 'MovieTheater', name: 'Marquee' });
  expect(event).toMatchObject({
    '@type': 'ScreeningEvent',
    startDate: '2026-11-20T18:15:00.000Z',
    endDate: '2026-11-20T20:06:00.000Z',
    workPresented: { '@id': movie['@id'] },
    location: { '@id': theatre['@id'] },
    offers: [{ '@type': 'Offer', name: 'full', price: '11.00', priceCurrency: 'EUR' }],
  });
});

it.each([
  [200, 'https://schema.org/InStock'],
  [10, 'https://schema.org/LimitedAvailability'],
  [0, 'https://schema.org/SoldOut'],
  [undefined, undefined],
])(
  'structured data of a screening with %s free seats says %s, and where they are',
  (seatsLeft, availability) => {
    const counted = seatsLeft === undefined ? shown : { ...shown, seatsLeft };
    const graph = JSON.parse(JSON.stringify(filmGraph(up, [counted])));
    const [offer] = graph['@graph'][2].offers;
    expect(offer.availability).toBe(availability);
    expect(offer.url).toMatch(/\/screenings\/b{24}$/);
  },
);

it('structured data cannot be ended by a title', () => {
  const film = { ...up, title: '</script><script>alert(1)</script>' };
  const html = renderToStaticMarkup(JsonLd({ graph: filmGraph(film, []) }));
  const [, inside = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
  expect(inside).not.toContain('<');
  expect(JSON.parse(inside)['@graph'][0].name).toBe('</script><script>alert(1)</script>');
});
