import { preload } from 'react-dom';
import archivo from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2';
import brygada from '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2';

/** The two files that every page needs; the same hashed addresses as in the style sheet, so each is fetched once. */
export function PreloadFonts() {
  for (const href of [archivo, brygada]) {
    preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
  return null;
}
