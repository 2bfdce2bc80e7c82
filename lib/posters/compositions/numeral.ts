import type { Composition } from '../drawing/composition';
import { BLOCK_FONTS } from '../drawing/font-metrics';

/** The year, as large as the sheet allows and cropped. Documentary, biography. */
export const numeral: Composition = ({ one, film, flipped }) => ({
  art:
    `<text x="${flipped ? 418 : -14}" y="604" text-anchor="${flipped ? 'end' : 'start'}" font-family='${BLOCK_FONTS}'` +
    ` font-weight="900" font-stretch="75%" font-size="480" fill="${one}" textLength="440"` +
    ` lengthAdjust="spacingAndGlyphs">${String(film.year).slice(2)}</text>`,
});
