import { catalogue } from '../catalogue';
import type { Repertoire } from './choose-film';
import { runOrder } from './runs';

/** Few films for tests, each of them on every day but the family film and the one for the night. */
const SMALL_RUN = [
  'the-matrix',
  'perfect-days',
  'lost-in-translation',
  'past-lives',
  'fargo',
  'the-quiet-girl',
];
const SMALL = [...SMALL_RUN, 'paddington-2', 'the-mist'];

export const repertoires: Record<'full' | 'small', Repertoire> = {
  full: { films: catalogue, runOrder },
  small: { films: catalogue.filter(({ slug }) => SMALL.includes(slug)), runOrder: SMALL_RUN },
};
