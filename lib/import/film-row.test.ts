import { expect, test } from 'vitest';
import { filmColumns, readFilmRow } from './film-row';

const now = new Date('2026-11-20T12:00:00Z');
const lamps = { title: 'The Lamps', year: '1931' };

function read(record: Record<string, unknown>) {
  return readFilmRow(filmColumns().row(record), now, null);
}

test('a full line, under other names for the columns', () => {
  const row = read({
    'Film Title': 'Lamps of Qu&eacute;bec, The',
    Released: '12 Sep 1931',
    'Running Time min': '1h 32m',
    Director: 'Ana Ortiz',
    STARRING: 'Jo Brand; Lu Chen',
    major_genre: 'Sci-Fi, Film-Noir',
    country: 'USA|UK',
    language: 'French',
    certificate: 'From 12',
    'Content notes': 'flashing lights; loud bangs',
    trailer: 'perfect-days.webm',
    Plot: '<p>Somebody lights <i>lamps</i>.</p><p>They go out.</p>',
  });
  expect(row).toEqual({
    slug: undefined,
    facts: {
      title: 'The Lamps of Québec',
      year: 1931,
      releaseDate: '1931-09-12',
      runtimeMinutes: 92,
      directors: ['Ana Ortiz'],
      cast: ['Jo Brand', 'Lu Chen'],
      genres: ['Science Fiction', 'Noir'],
      countries: ['United States', 'United Kingdom'],
      languages: ['French'],
      certificate: 'from 12',
      synopsis: 'Somebody lights lamps.\n\nThey go out.',
      contentNotes: ['flashing lights', 'loud bangs'],
      trailer: 'perfect-days.webm',
    },
  });
});

test('what the line is silent on is not there', () => {
  const row = read({ ...lamps, cast: '', synopsis: 'n/a', runtime: null });
  expect(row).toEqual({ slug: undefined, facts: { title: 'The Lamps', year: 1931 } });
});

test.each([
  ['118', 118],
  [118, 118],
  ['118.0', 118],
  ['118 min', 118],
  ['118 mins.', 118],
  ['1h 58m', 118],
  ['1 hr 58', 118],
  ['1:58', 118],
  ['2h', 120],
  ['98′', 98],
  ['98’', 98],
  ['1:38:00', 98],
  ['01:38:40', 99],
  ['PT98M', 98],
  ['PT1H38M', 98],
  ['pt2h', 120],
])('a running time of %s', (runtime, minutes) => {
  expect(read({ ...lamps, runtime }).facts.runtimeMinutes).toBe(minutes);
});

test('a picture with its words', () => {
  const { picture } = read({
    ...lamps,
    picture: 'the-quiet-girl.svg',
    'picture alt': 'A girl in a doorway',
  }).facts;
  expect(picture).toEqual({ file: 'the-quiet-girl.svg', alt: 'A girl in a doorway' });
});

test('a title that is a number in JSON', () => {
  expect(read({ title: 1408, year: 2007 }).facts).toEqual({ title: '1408', year: 2007 });
});

test('the year of its own column wins over that of the release', () => {
  const { facts } = read({ ...lamps, released: '2 Jan 1932' });
  expect(facts).toMatchObject({ year: 1931, releaseDate: '1932-01-02' });
});

test.each([
  [{ year: '1931' }, 'no title'],
  [{ title: '<b> </b>', year: 1931 }, 'no title'],
  [{ title: 'The Lamps' }, 'no year: neither a year nor a release date'],
  [{ title: 'The Lamps', year: '31' }, 'its year cannot be right: “31”'],
  [{ title: 'The Lamps', year: 1066 }, 'its year cannot be right: 1066 is not from 1888 to 2036'],
  [{ title: 'The Lamps', released: '1 Jan 2090' }, 'its year cannot be right: 2090 is not from 1888 to 2036'],
  [{ ...lamps, runtime: 'long' }, 'its running time cannot be right: “long”'],
  [{ ...lamps, runtime: 0 }, 'its running time cannot be right: 0 minutes'],
  [{ ...lamps, runtime: '9000' }, 'its running time cannot be right: 9000 minutes'],
  [
    { ...lamps, certificate: 'PG-13' },
    'an age label that is not in the list: “PG-13”; use all ages, from 6, from 12, from 16, from 18',
  ],
  [
    { ...lamps, trailer: 'http://videos.example/1' },
    'a trailer that cannot be shown: a file in public/trailers',
  ],
  [{ ...lamps, trailer: 'missing.webm' }, 'a file that is not there: public/trailers/missing.webm'],
  [
    { ...lamps, picture: 'no-such-file.jpg', 'picture alt': 'Nothing' },
    'a file that is not there: public/pictures/no-such-file.jpg',
  ],
  [{ ...lamps, picture: 'the-quiet-girl.svg' }, 'a picture without words: say what it shows'],
  [
    { ...lamps, picture: 'My Photo.jpg', 'picture alt': 'x' },
    'a picture that cannot be shown: “My Photo.jpg”',
  ],
  [{ ...lamps, title: 'x'.repeat(301) }, 'its title is too long: 300 letters at most'],
  [{ ...lamps, synopsis: 'x'.repeat(5001) }, 'its synopsis is too long: 5,000 letters at most'],
  [{ ...lamps, runtime: 'PT' }, 'its running time cannot be right: “PT”'],
  [{ ...lamps, slug: 'The Lamps' }, 'its slug is none: small letters, digits and hyphens, 120 at most'],
])('%j is refused', (record, words) => {
  expect(() => read(record)).toThrow(words);
});

test('columns that are not known are named', () => {
  const columns = filmColumns();
  columns.row({ title: 'A', 'US Gross': 1, _links: {}, year: 1 });
  columns.row({ title: 'B', 'US Gross': 2 });
  expect(columns.unknown).toEqual(['US Gross', '_links']);
});
