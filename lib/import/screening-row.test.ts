import { expect, test } from 'vitest';
import { readScreeningRow, screeningColumns } from './screening-row';

const evening = { film: 'up', screen: 'Grand', start: '2026-11-27 20:30' };

function read(record: Record<string, unknown>) {
  return readScreeningRow(screeningColumns().row(record), undefined, null);
}

test('a full line', () => {
  const row = read({
    Film: 'Lamps, The (1931)',
    Auditorium: 'Grand',
    Day: '27.11.2026',
    Time: '20.30',
    Format: '35mm',
    Features: 'Relaxed; AD',
    Subtitles: 'English',
  });
  expect(row).toEqual({
    film: { slug: null, words: 'Lamps, The (1931)', title: 'The Lamps', year: 1931 },
    auditoriumId: 'grand',
    startsAt: new Date('2026-11-27T20:30:00Z'),
    format: '35 mm',
    subtitles: 'English',
    features: ['audio-described', 'relaxed'],
    prices: undefined,
  });
});

test('a column that is not there says nothing, an empty cell says none', () => {
  expect(read(evening)).toMatchObject({ features: undefined, subtitles: undefined, format: undefined });
  expect(read({ ...evening, features: '', subtitles: '' })).toMatchObject({ features: [], subtitles: null });
});

test.each(['', 'scheduled', 'Sold out', 'tbc'])('a state of %j runs', (state) => {
  expect(read({ ...evening, state }).auditoriumId).toBe('grand');
});

test('the year of the film in a column of its own', () => {
  expect(read({ ...evening, film: 'Up', year: '2009' }).film).toEqual({
    slug: null,
    words: 'Up',
    title: 'Up',
    year: 2009,
  });
});

test('an address beside a title', () => {
  const film = { slug: 'up-2009', words: 'Up', title: 'Up', year: null };
  expect(read({ title: 'Up', slug: 'up-2009', screen: 'Grand', start: '2026-11-27 20:30' }).film).toEqual(
    film,
  );
});

test.each([
  [{ ...evening, film: '' }, 'no film'],
  [{ ...evening, state: 'cancelled' }, 'not a screening that runs: “cancelled”; an import cancels nothing'],
  [{ ...evening, Status: 'postponed' }, 'not a screening that runs: “postponed”'],
  [
    { ...evening, was: '2026-11-27 20:15' },
    'a screening that was moved: “2026-11-27 20:15”; an import moves nothing',
  ],
  [{ ...evening, year: 'soon' }, 'the year of its film cannot be read: “soon”'],
  [{ ...evening, film: 'Up (2009)', year: '2010' }, 'two years for its film: “Up (2009)” and 2010'],
  [{ ...evening, screen: '' }, 'no auditorium'],
  [{ ...evening, format: 'VHS' }, 'an unknown format: “VHS”; use digital, 35 mm, 70 mm'],
  [
    { ...evening, features: 'popcorn' },
    'an unknown feature: “popcorn”; use subtitled, audio-described, relaxed, wheelchair',
  ],
])('%j is refused', (record, words) => {
  expect(() => read(record)).toThrow(words);
});
