import type { AuditoriumId } from './house-auditoriums';

/**
 * The order in which films open, three each Friday: one in the Grand in the evenings, one in the Grand before it, one
 * in the Studio. After a week they move on, to the Studio and the Cellar, and after two they leave.
 */
export const runOrder: readonly string[] = [
  ['parasite', 'moonlight', 'fallen-leaves'],
  ['roma', 'the-banshees-of-inisherin', 'rye-lane'],
  ['the-lives-of-others', 'mad-max-fury-road', 'once'],
  ['everything-everywhere-all-at-once', 'aftersun', 'kneecap'],
  ['the-worst-person-in-the-world', 'shoplifters', 'flow'],
  ['past-lives', 'fargo', 'the-quiet-girl'],
  ['the-matrix', 'perfect-days', 'lost-in-translation'],
  ['anatomy-of-a-fall', 'the-zone-of-interest', 'all-of-us-strangers'],
].flat();

/** The two films on their run in each auditorium in a week, by slug: `run-0` and `run-1`. */
export function filmsOnRun(week: number, order: readonly string[]): Record<AuditoriumId, string[]> {
  const opening = (weeksAgo: number, place: number): string => {
    const index = (week - weeksAgo) * 3 + place;
    return order[((index % order.length) + order.length) % order.length] ?? '';
  };
  return {
    grand: [opening(0, 0), opening(0, 1)],
    studio: [opening(1, 0), opening(0, 2)],
    cellar: [opening(1, 1), opening(1, 2)],
  };
}
