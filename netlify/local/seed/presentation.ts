import { hash } from '../../../lib/posters/random';
import type { AccessFeature, Screening } from '../../../lib/screenings/schema';
import type { CatalogueFilm, Format } from './catalogue';
import { auditoriums } from './auditoriums';
import type { SlotKind } from './cinema-week';
import { cinema } from '../../../lib/cinema';

const PRINTS_FROM = '16:30';

/** How a film is shown: the best print that the box can run, in the evenings; files are for the afternoons. */
export function chooseFormat(film: CatalogueFilm, auditorium: string, clock: string, kind: SlotKind): Format {
  const wantsPrint = clock >= PRINTS_FROM || kind === 'classic' || kind === 'large';
  const able = auditoriums.find(({ id }) => id === auditorium)?.formats ?? [];
  const best = able.find((format) => film.prints.includes(format));
  if (best && (wantsPrint || !film.prints.includes('digital'))) return best;
  return 'digital';
}

/**
 * Films in other languages have English subtitles. Of the English ones from a file, one showing in five has them too
 * and one in four describes the picture; Sunday mornings and Wednesday afternoons for families are relaxed.
 */
export function choosePresentation(
  film: CatalogueFilm,
  {
    auditorium,
    day,
    clock,
    kind,
    format,
  }: {
    auditorium: string;
    day: string;
    clock: string;
    kind: SlotKind;
    format: Format;
  },
): Pick<Screening, 'subtitles' | 'features'> {
  const chance = hash(`${day} ${clock} ${auditorium}`);
  const [language] = film.languages;
  const isEnglish = language === 'English';
  const fromFile = isEnglish && format === 'digital';
  const described = fromFile && chance % 4 === 0;
  const subtitled = isEnglish ? fromFile && !described && chance % 5 < 2 : language !== undefined;
  const takenEvery = auditoriums.find(({ id }) => id === auditorium)?.wheelchairTakenEvery ?? 1;
  const relaxed = kind === 'family' && new Date(`${day}T12:00Z`).getUTCDay() !== 6;
  const marks: [AccessFeature, boolean][] = [
    ['subtitled', subtitled],
    ['audio-described', described],
    ['relaxed', relaxed],
    ['wheelchair', (chance >>> 8) % takenEvery !== 0],
  ];
  return {
    subtitles: subtitled ? 'English' : null,
    features: marks.flatMap(([feature, holds]) => (holds ? [feature] : [])),
  };
}

const MATINEE_ENDS = '17:00';
const FULL = { matinee: 850, evening: 1100 };
const CONCESSION = { matinee: 700, evening: 850 };
const CHILD = { matinee: 500, evening: 600 };
const WIDE_GAUGE_EXTRA = 200;
const NOT_FOR_CHILDREN = ['from 16', 'from 18'];

/** Cheaper before five, dearer from 70 mm; no child's price where children may not go in. */
export function pricesFor(film: CatalogueFilm, clock: string, format: Format): Screening['prices'] {
  const time = clock < MATINEE_ENDS ? 'matinee' : 'evening';
  const extra = format === '70 mm' ? WIDE_GAUGE_EXTRA : 0;
  const money = (amountMinor: number) => ({ amountMinor: amountMinor + extra, currency: cinema.currency });
  const prices: Screening['prices'] = [
    { kind: 'full', price: money(FULL[time]) },
    { kind: 'concession', price: money(CONCESSION[time]) },
  ];
  if (!NOT_FOR_CHILDREN.includes(film.certificate ?? '')) {
    prices.push({ kind: 'child', price: money(CHILD[time]) });
  }
  return prices;
}
