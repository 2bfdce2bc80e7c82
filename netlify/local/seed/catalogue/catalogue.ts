import type { CatalogueFilm } from './catalogue-film';
import { films1927To1949 } from './films-1927-1949';
import { films1950To1959 } from './films-1950-1959';
import { films1960To1979 } from './films-1960-1979';
import { films1980To1989 } from './films-1980-1989';
import { films1990To1998 } from './films-1990-1998';
import { films1999To2000 } from './films-1999-2000';
import { films2001To2003 } from './films-2001-2003';
import { films2004To2006 } from './films-2004-2006';
import { films2007To2009 } from './films-2007-2009';
import { films2010To2015 } from './films-2010-2015';
import { films2016To2018 } from './films-2016-2018';
import { films2019To2021 } from './films-2019-2021';
import { films2022To2024 } from './films-2022-2024';

/** Real films: facts from `film-facts.json`, corrected where it is wrong, and general knowledge; synopses our own. */
export const catalogue: readonly CatalogueFilm[] = [
  ...films1927To1949,
  ...films1950To1959,
  ...films1960To1979,
  ...films1980To1989,
  ...films1990To1998,
  ...films1999To2000,
  ...films2001To2003,
  ...films2004To2006,
  ...films2007To2009,
  ...films2010To2015,
  ...films2016To2018,
  ...films2019To2021,
  ...films2022To2024,
];
