import { before1960 } from './before-1960';
import type { CatalogueFilm } from './catalogue-film';
import { eighties } from './eighties';
import { lateTwoThousands } from './late-two-thousands';
import { nineties } from './nineties';
import { since2019 } from './since-2019';
import { sixtiesAndSeventies } from './sixties-and-seventies';
import { twentyTens } from './twenty-tens';
import { twoThousands } from './two-thousands';

/** Real films: facts from `film-facts.json`, corrected where it is wrong, and general knowledge; synopses our own. */
export const catalogue: readonly CatalogueFilm[] = [
  ...before1960,
  ...sixtiesAndSeventies,
  ...eighties,
  ...nineties,
  ...twoThousands,
  ...lateTwoThousands,
  ...twentyTens,
  ...since2019,
];
