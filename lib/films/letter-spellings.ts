/**
 * Letters that are no plain letter with a mark, and so survive the removal of marks. Addresses of people are spelt with
 * these (`person-slug.ts`): a further letter would change some of them.
 */
export const letterSpellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
