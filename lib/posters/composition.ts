import type { Palette } from './palettes';
import type { PosterFilm } from './poster-film';

/** What a composition is given: the film, its inks, its chance, and the room that the title has left. */
export interface Sheet extends Palette {
  film: PosterFilm;
  /** The picture lies between these heights; the sheet is 400 wide and 600 high, its ground already laid. */
  top: number;
  bottom: number;
  /** Left or right, circle or square: the one choice that every composition may make for free. */
  flipped: boolean;
  /** The next number in [0, 1). The order of the calls is part of the picture. */
  random: () => number;
  /** The next whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  /** `art`, seen through `shape` alone. */
  clip: (shape: string, art: string) => string;
}

/** Marks, with the colour that lies under the title or the credits where that is no longer the ground. */
export interface Picture {
  art: string;
  titleGround?: string;
  creditGround?: string;
}

export type Composition = (sheet: Sheet) => Picture;
