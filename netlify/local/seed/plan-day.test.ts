import { describe, expect, it, vi } from 'vitest';
import { addDays, cinemaDay, cinemaTime, daysFrom } from '../../../lib/cinema-time';
import type { NewScreening } from '../../../lib/screenings/screenings';
import { planDay, topUp } from './plan-day';
import { repertoires } from './choose-film';

// Plans of 400 days are work for a processor, which other tests may share.
vi.setConfig({ testTimeout: 30_000 });

const { full, small } = repertoires;
const films = new Map(full.films.map((film) => [film.slug, film]));
/** A year and a bit, so that the clocks change both ways and every film has its run. */
const year = daysFrom('2026-09-01', 400).map((day) => ({ day, screenings: planDay(day, full) }));
const all = year.flatMap(({ screenings }) => screenings);

function minutesBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 60_000;
}

function pairsInOneAuditorium(): { before: NewScreening; after: NewScreening }[] {
  return ['grand', 'studio', 'cellar'].flatMap((id) => {
    const list = all
      .filter(({ auditoriumId }) => auditoriumId === id)
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    return list.flatMap((after, k) => {
      const before = list[k - 1];
      return before ? [{ before, after }] : [];
    });
  });
}

describe('a year of days', () => {
  it('leaves at least twenty minutes to clean between two screenings of an auditorium, when the clocks change too', () => {
    const pairs = pairsInOneAuditorium();
    expect(pairs.length).toBeGreaterThan(4_000);
    expect(pairs.filter(({ before, after }) => minutesBetween(before.endsAt, after.startsAt) < 20)).toEqual(
      [],
    );
  });

  it('runs each film whole, with a quarter of an hour of trailers', () => {
    const wrong = all.filter(
      ({ filmId, startsAt, endsAt }) =>
        minutesBetween(startsAt, endsAt) !== (films.get(filmId)?.runtimeMinutes ?? 0) + 15,
    );
    expect(wrong).toEqual([]);
  });

  it('starts on five minutes, from eleven at weekends and noon on others, and never after 23:20', () => {
    const clocks = all.map(({ startsAt }) => cinemaTime(startsAt));
    expect(clocks.filter((clock) => !/[05]$/.test(clock))).toEqual([]);
    expect(clocks.toSorted()[0]).toBe('11:00');
    expect(clocks.toSorted().at(-1)! <= '23:20').toBe(true);
    const early = all.filter(({ startsAt }) => cinemaTime(startsAt) < '13:00');
    const weekDays = new Set(early.map(({ startsAt }) => new Date(cinemaDay(startsAt)).getUTCDay()));
    expect(weekDays).toEqual(new Set([0, 6]));
  });

  it('keeps all screenings of a day on that day', () => {
    const strays = year.filter(({ day, screenings }) =>
      screenings.some(({ startsAt }) => cinemaDay(startsAt) !== day),
    );
    expect(strays).toEqual([]);
  });

  it('has something that starts at ten in the evening or later, every day, from few films too', () => {
    const early = daysFrom('2026-09-01', 400).flatMap((day) =>
      [full, small].filter((repertoire) =>
        planDay(day, repertoire).every(({ startsAt }) => cinemaTime(startsAt) < '22:00'),
      ),
    );
    expect(early).toEqual([]);
  });

  it('shows 70 mm in the Grand alone, and no print in the Cellar', () => {
    expect(all.filter(({ format, auditoriumId }) => format === '70 mm' && auditoriumId !== 'grand')).toEqual(
      [],
    );
    expect(
      all.filter(({ format, auditoriumId }) => format !== 'digital' && auditoriumId === 'cellar'),
    ).toEqual([]);
    expect(all.some(({ format }) => format === '70 mm')).toBe(true);
    expect(all.some(({ format }) => format === '35 mm')).toBe(true);
  });

  it('subtitles every film in another language, none without words, and says so twice alike', () => {
    const wrong = all.filter(({ filmId, subtitles, features }) => {
      const [language] = films.get(filmId)?.languages ?? [];
      if ((subtitles !== null) !== features.includes('subtitled')) return true;
      if (language === undefined) return subtitles !== null;
      return language !== 'English' && subtitles !== 'English';
    });
    expect(wrong).toEqual([]);
  });

  it('shows most films of the catalogue within the year', () => {
    expect(new Set(all.map(({ filmId }) => filmId)).size).toBeGreaterThan(85);
  });
});

describe('a week', () => {
  const week = daysFrom('2026-11-20', 7).flatMap((day) => planDay(day, full));

  it('shows films on their run on every day, some of them several times', () => {
    const runs = week.filter(({ filmId }) => filmId === 'lost-in-translation');
    expect(new Set(runs.map(({ startsAt }) => cinemaDay(startsAt))).size).toBe(7);
    expect(runs.length).toBeGreaterThan(8);
  });

  it('shows a classic two or three times at the most', () => {
    const onRun = [
      'the-matrix',
      'perfect-days',
      'past-lives',
      'lost-in-translation',
      'fargo',
      'the-quiet-girl',
    ];
    const counts = new Map<string, number>();
    for (const { filmId } of week) counts.set(filmId, (counts.get(filmId) ?? 0) + 1);
    for (const slug of onRun) counts.delete(slug);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
    expect(counts.size).toBeGreaterThan(12);
  });

  it('has children’s films on weekend mornings and late shows on Friday and Saturday alone', () => {
    const morning = week.filter(({ startsAt }) => cinemaTime(startsAt) < '12:00');
    expect(morning.every(({ filmId }) => films.get(filmId)?.strands.includes('family'))).toBe(true);
    expect(morning).toHaveLength(2);
    const afterHalfPastTen = week.filter(({ startsAt }) => cinemaTime(startsAt) > '22:30');
    expect(new Set(afterHalfPastTen.map(({ startsAt }) => cinemaDay(startsAt)))).toEqual(
      new Set(['2026-11-20', '2026-11-21']),
    );
  });

  it('makes the same plan every time', () => {
    expect(planDay('2026-11-23', full)).toEqual(planDay('2026-11-23', full));
  });
});

describe('the small repertoire', () => {
  it('shows Lost in Translation and Fargo on every day of two weeks', () => {
    const lacking = daysFrom('2026-11-20', 400).filter((day) => {
      const shown = new Set(planDay(day, small).map(({ filmId }) => filmId));
      return !shown.has('lost-in-translation') || !shown.has('fargo');
    });
    expect(lacking).toEqual([]);
    expect(small.films).toHaveLength(8);
  });
});

describe('prices', () => {
  const friday = planDay('2026-11-20', full);
  const fullPrice = (screening: NewScreening | undefined) => screening?.prices[0]?.price.amountMinor;
  const at = (clock: string) => friday.find(({ startsAt }) => cinemaTime(startsAt) === clock);

  it('are lower before five', () => {
    expect(fullPrice(at('13:45'))).toBe(850);
    expect(fullPrice(at('19:45'))).toBe(1100);
  });

  it('are higher from 70 mm', () => {
    const wide = planDay('2026-11-25', full).find(({ format }) => format === '70 mm');
    expect(wide?.prices).toEqual([
      { kind: 'full', price: { amountMinor: 1300, currency: 'EUR' } },
      { kind: 'concession', price: { amountMinor: 1050, currency: 'EUR' } },
      { kind: 'child', price: { amountMinor: 800, currency: 'EUR' } },
    ]);
  });

  it('have none for children where children may not go in', () => {
    const withChild = all.filter(({ prices }) => prices.some(({ kind }) => kind === 'child'));
    const certificates = new Set(withChild.map(({ filmId }) => films.get(filmId)?.certificate));
    expect(certificates).toEqual(new Set(['all ages', 'from 6', 'from 12']));
  });
});

describe('around the change of the clocks', () => {
  it.each([
    ['2027-03-27', '19:45', '2027-03-27T19:45:00.000Z'],
    ['2027-03-28', '20:00', '2027-03-28T19:00:00.000Z'],
    ['2026-10-24', '19:45', '2026-10-24T18:45:00.000Z'],
    ['2026-10-25', '20:00', '2026-10-25T20:00:00.000Z'],
  ])('%s at %s is %s', (day, clock, instant) => {
    const starts = planDay(day, full)
      .filter(({ startsAt }) => cinemaTime(startsAt) === clock)
      .map(({ startsAt }) => startsAt.toISOString());
    expect(starts).toContain(instant);
  });

  it('opens the day after at eleven, whichever way the clocks went', () => {
    const first = ['2027-03-28', '2026-10-25'].map((day) => {
      const starts = planDay(day, full).map(({ startsAt }) => startsAt.toISOString());
      return starts.toSorted()[0];
    });
    expect(first).toEqual(['2027-03-28T10:00:00.000Z', '2026-10-25T11:00:00.000Z']);
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28');
  });
});

it('fills an empty programme for every day asked', () => {
  const added = topUp('2026-11-20', 15, [], full);
  const days = new Set(added.map(({ startsAt }) => cinemaDay(startsAt)));
  expect([days.size, [...days][0], [...days].at(-1)]).toEqual([15, '2026-11-20', '2026-12-04']);
});

it('adds nothing to days that are there', () => {
  const there = topUp('2026-11-20', 15, [], full);
  expect(topUp('2026-11-20', 15, there, full)).toEqual([]);
});

it('adds just the days that are new a few days later', () => {
  const there = topUp('2026-11-20', 15, [], full);
  const added = topUp('2026-11-23', 15, there, full);
  expect(new Set(added.map(({ startsAt }) => cinemaDay(startsAt)))).toEqual(
    new Set(['2026-12-05', '2026-12-06', '2026-12-07']),
  );
});

it('leaves the auditorium to a screening that staff put there', () => {
  const premiere = {
    auditoriumId: 'grand',
    startsAt: new Date('2026-11-23T18:30:00Z'),
    endsAt: new Date('2026-11-23T21:00:00Z'),
  };
  const added = topUp('2026-11-23', 1, [premiere], full);
  const inTheWay = added.filter(
    ({ auditoriumId, startsAt, endsAt }) =>
      auditoriumId === 'grand' && startsAt < premiere.endsAt && premiere.startsAt < endsAt,
  );
  expect(inTheWay).toEqual([]);
  expect(added.some(({ auditoriumId }) => auditoriumId === 'grand')).toBe(true);
});
