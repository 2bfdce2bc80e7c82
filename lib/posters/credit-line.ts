import { emWidths } from './em-widths';
import type { PosterFilm } from './poster-film';

/** The small type of a poster, in units of the sheet. */
export const CREDIT_SIZE = 13;
const LEAST_GAP = 14;

/** The two ends of the line under a title: who, and where, when and how long. */
export interface CreditLine {
  director: string;
  facts: string;
}

/**
 * Two directors and a long country do not fit one line: then the country goes first (the page says it), then first
 * names become initials, and at last the names after the first become "and others".
 */
export function setCreditLine(film: PosterFilm, width: number): CreditLine {
  const director = film.director ?? '';
  const minutes = film.runtimeMinutes ? `${film.runtimeMinutes} min` : undefined;
  const short = [film.year, minutes].filter(Boolean).join(', ');
  const full = [film.country, short].filter(Boolean).join(', ');
  const initials = director.replace(/(^|, | & | and )(\p{Lu})\S+ (?=\S)/gu, '$1$2. ');
  const first = `${director.split(/, | & | and /)[0] ?? ''} and others`;
  const ways: CreditLine[] = [
    { director, facts: full },
    { director, facts: short },
    { director: initials, facts: short },
    { director: first, facts: short },
  ];
  return ways.find((way) => fits(way, width)) ?? { director: '', facts: short };
}

function fits({ director, facts }: CreditLine, width: number): boolean {
  const length = (text: string) => emWidths(text).em100 * CREDIT_SIZE;
  return length(director) + length(facts) + LEAST_GAP <= width;
}
