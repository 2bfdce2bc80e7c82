import { expect, it } from 'vitest';
import { cinemaDay } from '../../../../lib/cinema-time';
import { repertoires } from './repertoires';
import { topUp } from './top-up';

const { full } = repertoires;

it('fills an empty house for every day asked', () => {
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
