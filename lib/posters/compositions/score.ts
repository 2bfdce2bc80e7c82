import { circle, type Composition, rect } from '../drawing/composition';

/** A column for every letter of the title, high as the letter is late in the alphabet. Music. */
export const score: Composition = ({ ink, one, two, film, top }) => {
  const letters = [...film.title.toLowerCase()].filter((x) => /[\p{L}\p{N}]/u.test(x)).slice(0, 14);
  const width = 400 / letters.length;
  const columns = letters.map((letter, k) => {
    const vowel = 'aeiou'.includes(letter);
    const late = ((letter.codePointAt(0) ?? 0) % 26) / 26;
    const y = 600 - 70 - late * (600 - top - 70 - width);
    const radius = width * 0.36;
    const stem = rect(k * width + width * 0.14, y, width * 0.72, 600 - y, vowel ? one : ink);
    return stem + circle(k * width + width / 2, y - radius * 1.25, radius, vowel ? two : one);
  });
  return { art: columns.join('') };
};
