import { classics } from './classics';
import { fargo, theMatrix } from './fargo-and-the-matrix';
import type { FilmTalk } from './film-talk';
import { lostInTranslation } from './lost-in-translation';
import { onTheirRun } from './on-their-run';
import { recent } from './recent';
import { repertory } from './repertory';
import { since1998 } from './since-1998';
import { since2019 } from './since-2019';
import { sixtiesToEighties } from './sixties-to-eighties';

/** What members have said about the films, spread over the last weeks. */
export const talk: readonly FilmTalk[] = [
  lostInTranslation,
  fargo,
  theMatrix,
  ...onTheirRun,
  ...recent,
  ...since2019,
  ...classics,
  ...sixtiesToEighties,
  ...repertory,
  ...since1998,
];
