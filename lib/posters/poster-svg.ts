import { escapeXml, type PosterFilm, rect, round } from './drawing/composition';
import { chooseFamily } from './families';
import { BLOCK_FONTS, emWidths } from './drawing/font-metrics';
import { chooseMood, choosePalette, contrast } from './drawing/palettes';
import { hash, randomFrom } from './random';
import { setTitle, type TitlePlace, type TitleSetting } from './title-setting';

const LEAST_CONTRAST = 4.5;

interface PosterPlan {
  place: TitlePlace;
  flipped: boolean;
  ground: string;
  art: string;
  title: TitleSetting;
  titleInk: string;
  /** Contrast of the title with what lies under it. */
  titleContrast: number;
  creditY: number;
  creditInk: string;
}

/**
 * A film's facts in, a 2:3 poster out: one SVG of 400 x 600 units, 2 to 8 kB, without scripts or outside references.
 * No chance: the same film is always the same poster. It needs the page's fonts (`fonts.ts`), so use it inline.
 */
export function posterSvg(film: PosterFilm): string {
  const plan = planPoster(film);
  const { title, place } = plan;
  const credits = setCreditLine(film, title.width);
  const drawn =
    plan.art +
    title.draw(plan.titleInk) +
    drawCredit(plan, title.x, 'start', credits.director) +
    drawCredit(plan, title.x + title.width, 'end', credits.facts);
  const sheet =
    place === 'slant' ? `<g transform="rotate(${plan.flipped ? 13 : -13} 200 300)">${drawn}</g>` : drawn;
  const name = escapeXml(`Poster: ${film.title}, ${film.year}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600" role="img" aria-label="${name}">${rect(0, 0, 400, 600, plan.ground)}${sheet}</svg>`;
}

/**
 * The decisions behind a poster, for the contrast test. The title is set first and the picture gets the remaining
 * space, so nothing is drawn under text.
 */
export function planPoster(film: PosterFilm): PosterPlan {
  const seed = hash(film.slug ?? `${film.title}${film.year}`);
  const { compose, place, titleFace, moods } = chooseFamily(film.genres);
  const palette = choosePalette(chooseMood(film.year, moods, seed), seed);
  const flipped = ((seed >>> 9) & 1) === 1;
  const title = setTitle(film.title, place, titleFace, seed >>> 3);
  const creditY = place === 'bottom' || place === 'middle' ? 578 : title.bottom + 26;
  const random = randomFrom(seed);
  const clipId = `p${seed.toString(36)}`;
  const picture = compose({
    ...palette,
    film,
    flipped,
    random,
    between: (low, high) => Math.round(low + random() * (high - low)),
    clip: (shape, art) =>
      `<clipPath id="${clipId}">${shape}</clipPath><g clip-path="url(#${clipId})">${art}</g>`,
    top: place === 'top' ? creditY + 22 : title.top - 20,
    bottom: pictureBottom(place, title, creditY),
  });
  const titleGround = picture.titleGround ?? palette.ground;
  const titleInk = inkOn(titleGround, palette.ink, palette.ground);
  return {
    place,
    flipped,
    ground: palette.ground,
    art: picture.art,
    title,
    titleInk,
    titleContrast: contrast(titleInk, titleGround),
    creditY,
    creditInk: inkOn(picture.creditGround ?? titleGround, palette.ink, palette.ground),
  };
}

function pictureBottom(place: TitlePlace, title: TitleSetting, creditY: number): number {
  if (place === 'bottom') return title.top - 26;
  return place === 'slant' ? creditY + 10 : title.bottom + 20;
}

function inkOn(ground: string, ...wanted: string[]): string {
  return [...wanted, '#ffffff'].find((ink) => contrast(ink, ground) >= LEAST_CONTRAST) ?? '#000000';
}

function drawCredit(plan: PosterPlan, x: number, anchor: 'start' | 'end', text: string): string {
  return (
    `<text x="${x}" y="${round(plan.creditY)}" text-anchor="${anchor}" font-family='${BLOCK_FONTS}'` +
    ` font-weight="600" font-size="${CREDIT_SIZE}" fill="${plan.creditInk}">${escapeXml(text)}</text>`
  );
}

/** The small type of a poster, in units of the sheet. */
const CREDIT_SIZE = 13;
const LEAST_GAP = 14;

/** The two ends of the line below a title: who, and where, when and how long. */
export interface CreditLine {
  director: string;
  facts: string;
}

/**
 * If the line is too long, the country is dropped first (the page has it), then first names become initials, and
 * finally names after the first become "and others".
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
