/**
 * What makes two texts the same for a reader: letters and digits, whatever their case, width and accents are made of and
 * whatever stands between them. A text without any, such as emoji alone, is what it is.
 */
export function normalizeForComparison(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return folded || text.replace(/\s+/gu, ' ').trim();
}
