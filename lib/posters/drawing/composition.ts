import type { Palette } from './palettes';

/** What a poster is drawn from. The same facts always give the same poster. */
export interface PosterFilm {
  /** Seeds small choices (which palette of a mood, where the sun is); without it, title and year do. */
  slug?: string;
  title: string;
  year: number;
  /** As credited; several names in one line. */
  director?: string;
  runtimeMinutes?: number;
  /** The rarest genre with a composition of its own decides the picture; unknown genres are passed over. */
  genres: readonly string[];
  country?: string;
}

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

/** Two decimals are a tenth of a pixel on a large poster, and half the bytes. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/>`;
}

/** `points` is x, y, x, y and so on. */
export function polygon(points: readonly number[], fill: string): string {
  return `<polygon points="${points.map(round).join(' ')}" fill="${fill}"/>`;
}

export function path(data: string, fill: string): string {
  return `<path d="${data}" fill="${fill}"/>`;
}
